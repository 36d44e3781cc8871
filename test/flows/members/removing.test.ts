import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { countOf } from '../support/check-run'
import { failureOf, settle } from '../support/settle'
import { addMembersWithoutAccount, idsOf, memberHarness, settledAll } from './member-harness'

const { frontDoor, garage, gardenGate, porch, office } = seed.locks
const { admin, common } = seed.members
const ABSENT = 'GET /v1.0/devices/{device_id}/door-lock/absent-users'
const PURGE =
  'POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue'
const shapes = ['documented', 'sampled'] as const

describe.each(shapes)('a removal, in the %s shape,', (shape) => {
  it.each([frontDoor, garage, gardenGate])(
    'deletes members of the home over routes: $id',
    async (lock) => {
      const { harness, flow } = memberHarness(lock, 'open-api', { shape })
      await settle(harness.clock, flow.remove(admin.userId))
      expect(harness.lock.users.map(({ userId }) => userId)).not.toContain(admin.userId)
    },
  )

  it('deletes only members without an account over panel APIs', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'panel', { shape })
    const [first = '', second] = addMembersWithoutAccount(harness, 2)
    await settle(harness.clock, flow.remove(first))
    expect(harness.simulator.world.deviceUsers.map(({ userId }) => userId)).toEqual([second])
    expect(await failureOf(harness.clock, flow.remove(common.userId))).toMatchObject({ code: 2006 })
  })

  it('deletes the user and their methods from a video lock', async () => {
    const { harness, flow } = memberHarness(porch, 'open-api', { shape })
    await settle(harness.clock, flow.remove(admin.userId))
    expect(harness.lock.users.map(({ userId }) => userId)).not.toContain(admin.userId)
    expect(harness.lock.opmodes.some(({ userId }) => userId === admin.userId)).toBe(false)
    expect(idsOf(await settle(harness.clock, flow.removed()))).toEqual(['1099'])
  })

  it('is completed later by clearRemoved() if a video lock keeps the user', async () => {
    const { harness, flow } = memberHarness(porch, ['panel', 'open-api'], { shape })
    const removed = [{ id: '1099', role: 'member', lockUserId: 9 }]
    expect(await settle(harness.clock, flow.removed())).toEqual(removed)
    expect(await settle(harness.clock, flow.clearRemoved())).toEqual(removed)
    expect(harness.lock.absentUsers).toEqual([])
    expect(countOf(harness.simulator.journal, 'delete-user')).toBe(1)
    expect(await settle(harness.clock, flow.clearRemoved())).toEqual([])
    expect(countOf(harness.simulator.journal, 'delete-user')).toBe(1)
  })
})

describe('a removal', () => {
  it('succeeds after a lost answer if the retry finds no user', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api')
    const [id = ''] = addMembersWithoutAccount(harness, 1)
    harness.simulator.faults.next('DELETE /v1.0/devices/{device_id}/users/{user_id}', 'drop-after')
    await settle(harness.clock, flow.remove(id))
    expect(harness.simulator.world.deviceUsers).toEqual([])
  })

  it('from a video lock succeeds after a lost answer', async () => {
    const { harness, flow } = memberHarness(porch, 'open-api')
    harness.simulator.faults.next(PURGE, 'drop-after')
    await settle(harness.clock, flow.remove(admin.userId))
    harness.simulator.faults.next(PURGE, 'drop-after')
    expect(idsOf(await settle(harness.clock, flow.clearRemoved()))).toEqual(['1099'])
    expect(harness.lock.absentUsers).toEqual([])
    expect(countOf(harness.simulator.journal, 'delete-user')).toBe(2)
    expect(await failureOf(harness.clock, flow.remove(admin.userId))).toMatchObject({ code: 2006 })
  })

  it('of several users continues with the rest if another phone clears one of them', async () => {
    const { harness, flow } = memberHarness(porch, 'open-api')
    harness.lock.absentUsers.push({ userId: '1098', lockUserId: 8, userType: 20 })
    // Another phone clears one of them between the list and the command.
    harness.simulator.faults.next(ABSENT, { slowMs: 2_000 })
    harness.clock.schedule(() => harness.lock.absentUsers.shift(), 1_000)
    expect(idsOf(await settle(harness.clock, flow.clearRemoved()))).toEqual(['1099', '1098'])
    expect(harness.lock.absentUsers).toEqual([])
    expect(harness.steps).toEqual([ABSENT, PURGE, ABSENT, PURGE])
  })

  it('is sent twice at most if the lock rejects it', async () => {
    const { harness, flow } = memberHarness(porch, 'open-api')
    harness.simulator.faults.always(PURGE, { vendorCode: 2006 })
    expect(await failureOf(harness.clock, flow.clearRemoved())).toMatchObject({ code: 2006 })
    expect(harness.steps).toEqual([ABSENT, PURGE, ABSENT, PURGE])
  })

  it('of an unknown user is rejected, and with an empty id is not sent', async () => {
    const { harness, flow } = memberHarness(garage, 'open-api')
    expect(await failureOf(harness.clock, flow.remove('4711'))).toMatchObject({ code: 2006 })
    harness.begin()
    expect(await failureOf(harness.clock, flow.remove(''))).toMatchObject({ kind: 'params' })
    expect(harness.steps).toEqual([])
  })

  it('is unsupported over mini-program operations and for access control devices', async () => {
    for (const [lock, family] of [
      [frontDoor, 'mini-program'],
      [office, 'open-api'],
    ] as const) {
      const { harness, flow } = memberHarness(lock, family)
      for (const remove of [() => flow.remove('1003'), flow.removed, flow.clearRemoved])
        expect(await failureOf(harness.clock, remove())).toMatchObject({ kind: 'unsupported' })
      expect(harness.steps).toEqual([])
      expect(await settledAll(harness, flow.all())).toHaveLength(4)
    }
  })
})
