import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { outcomeOf, settle } from '../support/settle'
import { commandsOf, createDoorHarness } from './door-harness'

const { frontDoor, gardenGate, garage, cellar, shed, office } = seed.locks
const families = ['mini-program'] as const

describe('mayUnlock', () => {
  it.each([
    ['a lock without restrictions', frontDoor, { allowed: true }],
    ['a Bluetooth lock', gardenGate, { allowed: true }],
    ['a lock whose switch is off', cellar, { allowed: false, why: 'switched-off' }],
    ['a lock that is offline', shed, { allowed: false, why: 'offline' }],
    ['access control, of which only reports say that it unlocks', office, { allowed: true }],
  ] as const)('reads the state of %s', async (_, lock, answer) => {
    const harness = createDoorHarness({ lock, families })
    expect(await settle(harness.clock, harness.door.mayUnlock())).toEqual(answer)
  })

  it('reports "unsupported" for a kind of unlock that no document or report names', async () => {
    const harness = createDoorHarness({ lock: office, families })
    expect(await settle(harness.clock, harness.door.mayUnlock('with-password'))).toEqual({
      allowed: false,
      why: 'unsupported',
    })
    expect(harness.steps).toEqual([])
  })

  it('distinguishes the two kinds of remote unlock', async () => {
    const harness = createDoorHarness({ lock: garage, families })
    harness.lock.remoteUnlock.remoteUnlockWithoutPwd = false
    expect(await settle(harness.clock, harness.door.mayUnlock())).toMatchObject({ allowed: false })
    expect(await settle(harness.clock, harness.door.mayUnlock('with-password'))).toEqual({
      allowed: true,
    })
  })

  it('reports "no-permission" for a user that the lock does not know, or that the cloud rejects', async () => {
    const unknownUser = createDoorHarness({ lock: frontDoor, families })
    unknownUser.lock.users.length = 0
    const forbidden = createDoorHarness({ lock: frontDoor, families })
    forbidden.simulator.faults.next('doorLock.remoteUnlocks', { vendorCode: 1106 })
    for (const { clock, door } of [unknownUser, forbidden])
      expect(await settle(clock, door.mayUnlock())).toEqual({
        allowed: false,
        why: 'no-permission',
      })
  })

  it('never fails: a value that cannot be read counts as allowed', async () => {
    const harness = createDoorHarness({ lock: cellar, families })
    for (const fault of ['drop-before', 'slow', 'garbage', { vendorCode: 500 }] as const) {
      harness.simulator.faults.always('doorLock.remoteUnlocks', fault)
      expect(await settle(harness.clock, harness.door.mayUnlock())).toEqual({ allowed: true })
    }
    const sampled = createDoorHarness({ lock: frontDoor, families, shape: 'sampled' })
    expect(await settle(sampled.clock, sampled.door.mayUnlock())).toEqual({ allowed: true })
    expect(harness.timers.now).toBe(0)
  })
})

describe('the switches of remote unlock', () => {
  it('are read and set independently', async () => {
    const { clock, door, lock } = createDoorHarness({ lock: garage, families })
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

  it('allow an unlock again after they were off', async () => {
    const harness = createDoorHarness({ lock: cellar, families })
    await outcomeOf(harness.clock, harness.door.unlock().done)
    await settle(harness.clock, harness.door.setRemoteUnlock(true))
    await settle(harness.clock, harness.door.unlock().done)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })
})
