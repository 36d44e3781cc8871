import { describe, expect, it } from 'vitest'
import { failureOf } from '../support/settle'
import { atTheGate } from './at-the-gate'
import { handMadeLink, reportOf } from './hand-made-link'

/** A link of which one property throws, once it was read so often. */
const throwing = (property: 'sn' | 'dataPoints' | 'broken$', reads: number) => {
  const { link, sent, isHeard } = handMadeLink((hex) => [reportOf(hex)])
  let left = reads
  const values: Record<string, unknown> = { ...link }
  const get = () => {
    if (left-- > 0) return values[property]
    throw new TypeError("Cannot read properties of null (reading '_ble_sn')")
  }
  return { link: Object.defineProperty({ ...link }, property, { get }), sent, isHeard }
}

describe('a link that throws', () => {
  it.each([
    ['its number is read', 'sn', 0],
    ['its number is read for the instruction', 'sn', 1],
    ['its number is read for the cloud', 'sn', 2],
    ['its number is read again', 'sn', 3],
    ['its number is set', 'sn', 4],
    ['its data points are asked for', 'dataPoints', 0],
    ['it gives the lock a random', 'dataPoints', 1],
    ['it is listened to', 'dataPoints', 2],
    ['it should tell when it breaks', 'broken$', 0],
    ['it should tell when the instruction may be lost', 'broken$', 2],
  ] as const)('when %s has broken the link', async (_, property, reads) => {
    const { ble, clock, orders } = atTheGate()
    const { link, sent, isHeard } = throwing(property, reads)
    const error = await failureOf(clock, ble.open(link).done)
    expect(error).toMatchObject({ kind: 'lock', reason: 'link-broken', action: 'ble.open' })
    expect(String(error)).not.toContain('_ble_sn')
    expect([sent, isHeard()]).toEqual([[], false])
    expect(orders()).not.toContain('unlock')
  })

  it('since it is frozen never gets the instruction', async () => {
    const { ble, clock } = atTheGate()
    const { link, sent, isHeard } = handMadeLink((hex) => [reportOf(hex)])
    expect(await failureOf(clock, ble.open(Object.freeze({ ...link })).done)).toMatchObject({
      reason: 'link-broken',
    })
    expect([sent, isHeard()]).toEqual([[], false])
  })
})
