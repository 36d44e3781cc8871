import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, outcomeOf, pass, settle } from '../support/settle'
import { atDoor, ordersOf } from './door'

const { frontDoor, gardenGate, garage, cellar, shed, office } = seed.locks
const families = ['mini-program'] as const
const CANCEL = 'doorLock.cancelPasswordFreeOpen'

const asked = () => {
  const stage = atDoor({ lock: frontDoor, families })
  stage.simulator.askToUnlock(stage.deviceId)
  return stage
}

describe('refusing who asks', () => {
  it('is busy while a yes is under way: both would reach the lock', async () => {
    const stage = asked()
    const accepting = stage.door.accept()
    expect(await failureOf(stage.clock, stage.door.reject())).toMatchObject({
      action: 'remoteUnlock.reject',
      reason: 'busy',
    })
    await settle(stage.clock, accepting.done)
    expect(ordersOf(stage)).toEqual(['unlock'])
  })

  it('and a yes is busy while the refusal is under way', async () => {
    const stage = asked()
    const rejecting = stage.door.reject()
    expect(await failureOf(stage.clock, stage.door.accept().done)).toMatchObject({ reason: 'busy' })
    await settle(stage.clock, rejecting)
    expect(ordersOf(stage)).toEqual(['refuse-unlock'])
  })

  it('takes back a yes that has not left', async () => {
    const stage = asked()
    const accepting = stage.door.accept()
    const rejecting = stage.door.reject('cancelled')
    expect(await failureOf(stage.clock, accepting.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    await settle(stage.clock, rejecting)
    expect(stage.simulator.journal).toMatchObject([
      { command: 'refuse-unlock', detail: { type: 2 } },
    ])
  })

  it('takes back an `accept` alone: an unlock that somebody else of the family sent goes on', async () => {
    const stage = asked()
    const opening = stage.door.unlock()
    expect(await failureOf(stage.clock, stage.door.reject('cancelled'))).toMatchObject({
      reason: 'busy',
    })
    await settle(stage.clock, opening.done)
    expect(ordersOf(stage)).toEqual(['unlock'])
  })

  it('is a refusal where a caller in JavaScript names no kind, and wrong where there is none', async () => {
    const stage = asked()
    expect(await failureOf(stage.clock, stage.door.reject('no' as 'rejected'))).toMatchObject({
      kind: 'params',
      action: 'remoteUnlock.reject',
      issues: [{ path: 'kind' }],
    })
    expect(stage.steps).toEqual([])
    await settle(stage.clock, stage.door.reject(null as never))
    expect(stage.simulator.journal).toMatchObject([
      { command: 'refuse-unlock', detail: { type: 1 } },
    ])
  })

  it('whose answer is lost is done once the lock shows that nobody waits', async () => {
    const stage = asked()
    stage.simulator.faults.next(CANCEL, 'drop-after')
    await settle(stage.clock, stage.door.reject())
    expect(ordersOf(stage)).toEqual(['refuse-unlock'])
  })

  it('that got lost is open-ended: it could refuse somebody else if it were repeated', async () => {
    for (const isReadable of [true, false]) {
      const stage = asked()
      stage.simulator.faults.next(CANCEL, 'drop-before')
      if (!isReadable) stage.simulator.faults.always('device.status', { vendorCode: 1106 })
      expect(await failureOf(stage.clock, stage.door.reject())).toMatchObject({
        kind: 'outcome-unknown',
        check: 'device.status',
      })
      expect(stage.steps.filter((step) => step === CANCEL)).toHaveLength(1)
    }
  })

  it('is refused itself where nobody asks any more, and unsupported where nobody can', async () => {
    const stage = asked()
    await pass(stage.clock, 31_000)
    expect(await failureOf(stage.clock, stage.door.reject())).toMatchObject({ code: 2324 })
    const zigbee = atDoor({ lock: garage, families })
    expect(await failureOf(zigbee.clock, zigbee.door.reject())).toMatchObject({
      kind: 'unsupported',
    })
  })
})

describe('asking beforehand', () => {
  it.each([
    ['a lock that is well', frontDoor, { allowed: true }],
    ['a Bluetooth lock', gardenGate, { allowed: true }],
    ['a switch that is off', cellar, { allowed: false, why: 'switched-off' }],
    ['a lock that is offline', shed, { allowed: false, why: 'offline' }],
    ['a lock without the operation', office, { allowed: false, why: 'unsupported' }],
  ] as const)('tells of %s', async (_, lock, answer) => {
    const stage = atDoor({ lock, families })
    expect(await settle(stage.clock, stage.door.mayUnlock())).toEqual(answer)
  })

  it('tells the two ways apart', async () => {
    const stage = atDoor({ lock: garage, families })
    stage.lock.remoteUnlock.remoteUnlockWithoutPwd = false
    expect(await settle(stage.clock, stage.door.mayUnlock())).toMatchObject({ allowed: false })
    expect(await settle(stage.clock, stage.door.mayUnlock('with-password'))).toEqual({
      allowed: true,
    })
  })

  it('tells of a user whom the lock does not know, and whom the cloud forbids it', async () => {
    const stranger = atDoor({ lock: frontDoor, families })
    stranger.lock.users.length = 0
    const forbidden = atDoor({ lock: frontDoor, families })
    forbidden.simulator.faults.next('doorLock.remoteUnlocks', { vendorCode: 1106 })
    for (const { clock, door } of [stranger, forbidden])
      expect(await settle(clock, door.mayUnlock())).toEqual({
        allowed: false,
        why: 'no-permission',
      })
  })

  it('never fails: what cannot be read is left to the cloud', async () => {
    const stage = atDoor({ lock: cellar, families })
    for (const fault of ['drop-before', 'slow', 'garbage', { vendorCode: 500 }] as const) {
      stage.simulator.faults.always('doorLock.remoteUnlocks', fault)
      expect(await settle(stage.clock, stage.door.mayUnlock())).toEqual({ allowed: true })
    }
    const sampled = atDoor({ lock: frontDoor, families, shape: 'sampled' })
    expect(await settle(sampled.clock, sampled.door.mayUnlock())).toEqual({ allowed: true })
    expect(stage.timers.now).toBe(0)
  })
})

describe('the switches', () => {
  it('are read and set, each by itself', async () => {
    const { clock, door, lock } = atDoor({ lock: garage, families })
    expect(await settle(clock, door.remoteUnlockSwitches())).toEqual({
      'without-password': true,
      'with-password': true,
    })
    await settle(clock, door.setRemoteUnlock(false))
    expect(lock.remoteUnlock).toEqual({ remoteUnlockWithoutPwd: false, remoteUnlockWithPwd: true })
    await settle(clock, door.setRemoteUnlock(false, 'with-password'))
    expect(await settle(clock, door.remoteUnlockSwitches())).toEqual({
      'without-password': false,
      'with-password': false,
    })
  })

  it('make a lock that refused open', async () => {
    const stage = atDoor({ lock: cellar, families })
    await outcomeOf(stage.clock, stage.door.unlock().done)
    await settle(stage.clock, stage.door.setRemoteUnlock(true))
    await settle(stage.clock, stage.door.unlock().done)
    expect(ordersOf(stage)).toEqual(['unlock'])
  })
})
