import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, pass, settle } from '../support/settle'
import { commandsOf, createDoorHarness } from './door-harness'

const { frontDoor, garage } = seed.locks
const families = ['mini-program'] as const
const CANCEL = 'doorLock.cancelPasswordFreeOpen'

const createRequestedHarness = () => {
  const harness = createDoorHarness({ lock: frontDoor, families })
  harness.simulator.askToUnlock(harness.deviceId)
  return harness
}

describe('reject', () => {
  it('fails with "busy" while an accept is in progress, because both would reach the lock', async () => {
    const harness = createRequestedHarness()
    const accepting = harness.door.accept()
    expect(await failureOf(harness.clock, harness.door.reject())).toMatchObject({
      action: 'remoteUnlock.reject',
      reason: 'busy',
    })
    await settle(harness.clock, accepting.done)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })

  it('makes accept fail with "busy" while it is in progress', async () => {
    const harness = createRequestedHarness()
    const rejecting = harness.door.reject()
    expect(await failureOf(harness.clock, harness.door.accept().done)).toMatchObject({
      reason: 'busy',
    })
    await settle(harness.clock, rejecting)
    expect(commandsOf(harness)).toEqual(['refuse-unlock'])
  })

  it('cancels an accept that was not sent', async () => {
    const harness = createRequestedHarness()
    const accepting = harness.door.accept()
    const rejecting = harness.door.reject('cancelled')
    expect(await failureOf(harness.clock, accepting.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    await settle(harness.clock, rejecting)
    expect(harness.simulator.journal).toMatchObject([
      { command: 'refuse-unlock', detail: { type: 2 } },
    ])
  })

  it('does not cancel an `unlock`', async () => {
    const harness = createRequestedHarness()
    const opening = harness.door.unlock()
    expect(await failureOf(harness.clock, harness.door.reject('cancelled'))).toMatchObject({
      reason: 'busy',
    })
    await settle(harness.clock, opening.done)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })

  it('uses "rejected" for null from a JavaScript caller, and fails for an unknown kind', async () => {
    const harness = createRequestedHarness()
    expect(await failureOf(harness.clock, harness.door.reject('no' as 'rejected'))).toMatchObject({
      kind: 'params',
      action: 'remoteUnlock.reject',
      issues: [{ path: 'kind' }],
    })
    expect(harness.steps).toEqual([])
    await settle(harness.clock, harness.door.reject(null as never))
    expect(harness.simulator.journal).toMatchObject([
      { command: 'refuse-unlock', detail: { type: 1 } },
    ])
  })

  it('resolves after a lost answer if the lock shows no request', async () => {
    const harness = createRequestedHarness()
    harness.simulator.faults.next(CANCEL, 'drop-after')
    await settle(harness.clock, harness.door.reject())
    expect(commandsOf(harness)).toEqual(['refuse-unlock'])
  })

  it('has an unknown outcome after a lost request, and is not resent, because it could reject another visitor', async () => {
    for (const isReadable of [true, false]) {
      const harness = createRequestedHarness()
      harness.simulator.faults.next(CANCEL, 'drop-before')
      if (!isReadable) harness.simulator.faults.always('device.status', { vendorCode: 1106 })
      expect(await failureOf(harness.clock, harness.door.reject())).toMatchObject({
        kind: 'outcome-unknown',
        check: 'device.status',
      })
      expect(harness.steps.filter((step) => step === CANCEL)).toHaveLength(1)
    }
  })

  it('fails if the request has expired, and is not supported by a lock without requests', async () => {
    const harness = createRequestedHarness()
    await pass(harness.clock, 31_000)
    expect(await failureOf(harness.clock, harness.door.reject())).toMatchObject({ code: 2324 })
    const zigbee = createDoorHarness({ lock: garage, families })
    expect(await failureOf(zigbee.clock, zigbee.door.reject())).toMatchObject({
      kind: 'unsupported',
    })
  })
})
