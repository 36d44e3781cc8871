import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { countOf } from '../support/check-run'
import { failureOf, settle } from '../support/settle'
import { addStrangers, idsOf, onStage, settledAll } from './crowd'

const { frontDoor, garage, gardenGate, porch, office } = seed.locks
const { admin, common } = seed.members
const ABSENT = 'GET /v1.0/devices/{device_id}/door-lock/absent-users'
const PURGE =
  'POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue'
const shapes = ['documented', 'sampled'] as const

describe.each(shapes)('a removal, in the %s shape', (shape) => {
  it.each([frontDoor, garage, gardenGate])(
    'over routes takes members of the home',
    async (lock) => {
      const { stage, flow } = onStage(lock, 'open-api', { shape })
      await settle(stage.clock, flow.remove(admin.userId))
      expect(stage.lock.users.map(({ userId }) => userId)).not.toContain(admin.userId)
    },
  )

  it('over panel APIs takes those without an account alone', async () => {
    const { stage, flow } = onStage(frontDoor, 'panel', { shape })
    const [first = '', second] = addStrangers(stage, 2)
    await settle(stage.clock, flow.remove(first))
    expect(stage.simulator.world.deviceUsers.map(({ userId }) => userId)).toEqual([second])
    expect(await failureOf(stage.clock, flow.remove(common.userId))).toMatchObject({ code: 2006 })
  })

  it('from a video lock takes what the lock has of them too', async () => {
    const { stage, flow } = onStage(porch, 'open-api', { shape })
    await settle(stage.clock, flow.remove(admin.userId))
    expect(stage.lock.users.map(({ userId }) => userId)).not.toContain(admin.userId)
    expect(stage.lock.opmodes.some(({ userId }) => userId === admin.userId)).toBe(false)
    expect(idsOf(await settle(stage.clock, flow.removed()))).toEqual(['1099'])
  })

  it('that left a user on a video lock is finished later', async () => {
    const { stage, flow } = onStage(porch, ['panel', 'open-api'], { shape })
    const gone = [{ id: '1099', role: 'member', lockUserId: 9 }]
    expect(await settle(stage.clock, flow.removed())).toEqual(gone)
    expect(await settle(stage.clock, flow.clearRemoved())).toEqual(gone)
    expect(stage.lock.absentUsers).toEqual([])
    expect(countOf(stage.simulator.journal, 'delete-user')).toBe(1)
    expect(await settle(stage.clock, flow.clearRemoved())).toEqual([])
    expect(countOf(stage.simulator.journal, 'delete-user')).toBe(1)
  })
})

describe('a removal', () => {
  it('has succeeded after a lost answer if the retry finds no user', async () => {
    const { stage, flow } = onStage(garage, 'open-api')
    const [id = ''] = addStrangers(stage, 1)
    stage.simulator.faults.next('DELETE /v1.0/devices/{device_id}/users/{user_id}', 'drop-after')
    await settle(stage.clock, flow.remove(id))
    expect(stage.simulator.world.deviceUsers).toEqual([])
  })

  it('from a video lock whose answer is lost has succeeded too', async () => {
    const { stage, flow } = onStage(porch, 'open-api')
    stage.simulator.faults.next(PURGE, 'drop-after')
    await settle(stage.clock, flow.remove(admin.userId))
    stage.simulator.faults.next(PURGE, 'drop-after')
    expect(idsOf(await settle(stage.clock, flow.clearRemoved()))).toEqual(['1099'])
    expect(stage.lock.absentUsers).toEqual([])
    expect(countOf(stage.simulator.journal, 'delete-user')).toBe(2)
    expect(await failureOf(stage.clock, flow.remove(admin.userId))).toMatchObject({ code: 2006 })
  })

  it('of several, one of whom is gone meanwhile, goes on with those who are left', async () => {
    const { stage, flow } = onStage(porch, 'open-api')
    stage.lock.absentUsers.push({ userId: '1098', lockUserId: 8, userType: 20 })
    // Between the list and the order another phone clears one of them.
    stage.simulator.faults.next(ABSENT, { slowMs: 2_000 })
    stage.clock.scheduler.schedule(() => stage.lock.absentUsers.shift(), 1_000)
    expect(idsOf(await settle(stage.clock, flow.clearRemoved()))).toEqual(['1099', '1098'])
    expect(stage.lock.absentUsers).toEqual([])
    expect(stage.steps).toEqual([ABSENT, PURGE, ABSENT, PURGE])
  })

  it('that the lock refuses is not tried for ever', async () => {
    const { stage, flow } = onStage(porch, 'open-api')
    stage.simulator.faults.always(PURGE, { vendorCode: 2006 })
    expect(await failureOf(stage.clock, flow.clearRemoved())).toMatchObject({ code: 2006 })
    expect(stage.steps).toEqual([ABSENT, PURGE, ABSENT, PURGE])
  })

  it('of an unknown user is refused, and of an empty id is not sent', async () => {
    const { stage, flow } = onStage(garage, 'open-api')
    expect(await failureOf(stage.clock, flow.remove('4711'))).toMatchObject({ code: 2006 })
    stage.begin()
    expect(await failureOf(stage.clock, flow.remove(''))).toMatchObject({ kind: 'params' })
    expect(stage.steps).toEqual([])
  })

  it('is not carried by mini-program operations, nor for access control devices', async () => {
    for (const [lock, family] of [
      [frontDoor, 'mini-program'],
      [office, 'open-api'],
    ] as const) {
      const { stage, flow } = onStage(lock, family)
      for (const order of [() => flow.remove('1003'), flow.removed, flow.clearRemoved])
        expect(await failureOf(stage.clock, order())).toMatchObject({ kind: 'unsupported' })
      expect(stage.steps).toEqual([])
      expect(await settledAll(stage, flow.all())).toHaveLength(4)
    }
  })
})
