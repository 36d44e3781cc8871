import { defer, merge, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { DataPoints, DpValues } from '../../../src/data-points/data-points'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { createHarness } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { flowOf, gardenGate, guest } from './password-harness'

const open = () => {
  const harness = createHarness({ lock: gardenGate, families: ['panel'], host: 'ty' })
  const { clock, lock, options, begin } = harness
  return {
    clock,
    lock,
    options,
    passwords: flowOf(harness),
    flowWith: (more: Partial<LockOptions>) => flowOf(harness, more),
    /** The host replays its last report before it accepts the next command. */
    replayNext: () => begin({ step: 0, fault: 'replayed report' }),
    pins: () => lock.localPasswords.map(({ pin }) => pin),
  }
}

const first = { ...guest, password: '204060' }
const second = { ...guest, name: 'Friend', password: '135792' }

describe('a host that replays the last report of the lock', () => {
  it('does not give a password the number of the one before', async () => {
    const { clock, passwords, replayNext } = open()
    expect((await settle(clock, passwords.create(first))).id).toBe('1')
    replayNext()
    expect((await settle(clock, passwords.create(second))).id).toBe('2')
  })

  it('does not make a password fail with the reason of the one before', async () => {
    const { clock, passwords, replayNext, pins } = open()
    const simple = passwords.create({ ...first, password: '333333' })
    expect(await failureOf(clock, simple)).toMatchObject({ reason: 'too-simple' })
    replayNext()
    await settle(clock, passwords.create(second))
    expect(pins()).toEqual(['135792'])
  })

  it('does not confirm a removal with that of an earlier password with the same number', async () => {
    const { clock, lock, passwords, replayNext, pins } = open()
    await settle(clock, passwords.create(first))
    const [stored] = lock.localPasswords
    await settle(clock, passwords.remove('1'))
    // Another phone stores a password, which gets the same number.
    if (stored !== undefined) lock.localPasswords.push(stored)
    replayNext()
    await settle(clock, passwords.remove('1'))
    expect(pins()).toEqual([])
  })
})

it('a number that another password of this panel has is not that of a new one', async () => {
  const { clock, options, passwords, flowWith } = open()
  await settle(clock, passwords.create(first))
  const { dataPoints } = options
  if (dataPoints === undefined) throw new Error('the harness has no data points')
  const repeated$ = new Subject<DpValues>()
  // The host reports the first password again after it has accepted the second.
  const repeating: DataPoints = {
    reports$: merge(dataPoints.reports$, repeated$),
    send: (dps) =>
      defer(() => {
        clock.schedule(() => repeated$.next({ temporary_password_creat: '0100' }), 150)
        return dataPoints.send(dps)
      }),
  }
  const { id } = await settle(clock, flowWith({ dataPoints: repeating }).create(second))
  expect(id).toBe('2')
})
