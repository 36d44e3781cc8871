import { describe, expect, it } from 'vitest'
import { failureOf } from '../support/settle'
import { createBleHarness } from './ble-harness'
import { createScriptedLink, reportOf } from './scripted-link'

/** A link whose property throws after a number of reads. */
const throwing = (property: 'sn' | 'dataPoints' | 'broken$', reads: number) => {
  const { link, sent, isSubscribed } = createScriptedLink((hex) => [reportOf(hex)])
  let remaining = reads
  const values: Record<string, unknown> = { ...link }
  const get = () => {
    if (remaining-- > 0) return values[property]
    throw new TypeError("Cannot read properties of null (reading '_ble_sn')")
  }
  return { link: Object.defineProperty({ ...link }, property, { get }), sent, isSubscribed }
}

describe('a Bluetooth link that throws', () => {
  it.each([
    ['its sn is read', 'sn', 0],
    ['its sn is read before the instruction is requested', 'sn', 1],
    ['its sn is read for the request', 'sn', 2],
    ['its sn is read after the request', 'sn', 3],
    ['its sn is set', 'sn', 4],
    ['its data points are read', 'dataPoints', 0],
    ['it sends the random number', 'dataPoints', 1],
    ['its reports are subscribed', 'dataPoints', 2],
    ['its `broken$` is read', 'broken$', 0],
    ['its `broken$` is read before the instruction is sent', 'broken$', 2],
  ] as const)('fails the attempt with "link-broken" when %s', async (_, property, reads) => {
    const { ble, clock, commands } = createBleHarness()
    const { link, sent, isSubscribed } = throwing(property, reads)
    const error = await failureOf(clock, ble.open(link).done)
    expect(error).toMatchObject({ kind: 'lock', reason: 'link-broken', action: 'ble.open' })
    expect(String(error)).not.toContain('_ble_sn')
    expect([sent, isSubscribed()]).toEqual([[], false])
    expect(commands()).not.toContain('unlock')
  })

  it('does not receive the instruction if it is frozen', async () => {
    const { ble, clock } = createBleHarness()
    const { link, sent, isSubscribed } = createScriptedLink((hex) => [reportOf(hex)])
    expect(await failureOf(clock, ble.open(Object.freeze({ ...link })).done)).toMatchObject({
      reason: 'link-broken',
    })
    expect([sent, isSubscribed()]).toEqual([[], false])
  })
})
