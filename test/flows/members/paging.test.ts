import { map } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { listUsers } from '../../../actions/mini-program/door-lock/list-users'
import { seed } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import { handle } from '../../../src/core/panel/handle'
import { type Member, members } from '../../../src/entries/flows/members'
import { createCancellation } from '../../../src/flows/shared/cancellation'
import { failureOf, settle } from '../support/settle'
import { addCrowd, idsOf, onStage, settledAll } from './crowd'

const { frontDoor } = seed.locks
const { owner, admin, common, formerLodger } = seed.members
const ofTheHome = [owner, admin, common, formerLodger].map(({ userId }) => userId)

describe('a page', () => {
  it('is asked for when somebody wants a member of it', async () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    addCrowd(stage, 20)
    const all = flow.all({ pageSize: 10 })
    expect(stage.steps).toHaveLength(0)
    for (let count = 0; count < 10; count++) await settle(stage.clock, all.next())
    expect(stage.steps).toHaveLength(1)
    expect((await settle(stage.clock, all.next())).value?.name).toBe('Guest 6')
    expect(stage.steps).toHaveLength(2)
    await all.return?.()
    expect(await all.next()).toEqual({ done: true, value: undefined })
    expect(stage.steps).toHaveLength(2)
  })

  it('is asked for once, though several want its members at a time', async () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    const all = flow.all()
    const first = await settle(stage.clock, Promise.all([all.next(), all.next(), all.next()]))
    expect(first.map(({ value }) => value?.name)).toEqual(['Olivia', 'Adam', 'Chloe'])
    expect(stage.steps).toHaveLength(1)
  })

  it('is not asked for again after a break', async () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    addCrowd(stage, 20)
    const all = flow.all({ pageSize: 10 })
    const reading = async () => {
      for await (const { id } of all) if (id === admin.userId) break
    }
    await settle(stage.clock, reading())
    expect(await settledAll(stage, all)).toEqual([])
    expect(stage.steps).toHaveLength(1)
  })

  it('must be of some size, before anything leaves', async () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    expect(await failureOf(stage.clock, flow.all({ pageSize: 0 }).next())).toMatchObject({
      kind: 'params',
      action: 'members.all',
      issues: [{ path: 'pageSize' }],
    })
    expect(stage.steps).toEqual([])
  })

  it('can be given up', async () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    const { signal, cancel } = createCancellation()
    const all = flow.all({ signal })
    const reading = failureOf(stage.clock, all.next())
    cancel()
    expect(await reading).toMatchObject({ kind: 'cancelled' })
  })
})

describe('in the middle of the pages', () => {
  const broken = () => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    const crowd = addCrowd(stage, 26)
    return { stage, flow, expected: [...ofTheHome, ...crowd] }
  }

  it('what the pipeline can mend goes unnoticed', async () => {
    const { stage, flow, expected } = broken()
    const all = flow.all({ pageSize: 10 })
    await settle(stage.clock, all.next())
    stage.simulator.faults.next('doorLock.listUsers', 'drop-after')
    expect(idsOf(await settledAll(stage, all))).toEqual(expected.slice(1))
    expect(stage.steps).toHaveLength(4)
  })

  it('the iterator goes on after an error with the page that failed', async () => {
    const { stage, flow, expected } = broken()
    const all = flow.all({ pageSize: 10 })
    const seen: Member[] = []
    const read = async () => {
      for await (const member of all) {
        seen.push(member)
        if (seen.length === 10)
          stage.simulator.faults.next('doorLock.listUsers', { vendorCode: 2001 })
      }
    }
    expect(await failureOf(stage.clock, read())).toMatchObject({ kind: 'vendor', code: 2001 })
    expect(seen).toHaveLength(10)
    await settle(stage.clock, read())
    expect(idsOf(seen)).toEqual(expected)
  })

  it('a failed first page of the panel is asked for again too', async () => {
    const { stage, flow } = onStage(frontDoor, 'panel')
    stage.simulator.faults.next('tuya.m.device.member.list', { vendorCode: 2001 })
    const all = flow.all()
    expect(await failureOf(stage.clock, all.next())).toMatchObject({ code: 2001 })
    expect(idsOf(await settledAll(stage, all))).toEqual(ofTheHome)
  })

  it('a member who moves to a later page is given once', async () => {
    const { stage, flow, expected } = broken()
    const all = flow.all({ pageSize: 10 })
    const first = (await settle(stage.clock, all.next())).value
    // Somebody is put before all others: the last of the first page is the first of the second one now.
    stage.simulator.world.members.push({ ...common, userId: '9000', nickName: 'New' })
    stage.lock.users.unshift({ userId: '9000', lockUserId: 99 })
    const others = await settledAll(stage, all)
    const ids = [first?.id, ...idsOf(others)]
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual([...expected, '9000'].sort())
  })

  it('a member who slides to an earlier page is not missed', async () => {
    const { stage, flow, expected } = broken()
    const all = flow.all({ pageSize: 10 })
    const first = (await settle(stage.clock, all.next())).value
    stage.lock.users.splice(2, 1)
    const ids = [first?.id, ...idsOf(await settledAll(stage, all))]
    expect([...ids].sort()).toEqual([...expected].sort())
    expect(stage.steps).toHaveLength(6)
  })
})

describe('a cloud that knows no pages', () => {
  it('is asked once more, and not for ever', async () => {
    const { stage } = onStage(frontDoor, 'mini-program')
    const sent: number[] = []
    const panel = createPanel({
      actions: allActions,
      transport: stage.simulator.asTransport(),
      scheduler: stage.clock.scheduler,
      handlers: [
        handle(listUsers, ({ page_no, ...params }, { send }) => {
          sent.push(page_no)
          // Always the first page, and as a bare list.
          return send({ ...params, page_no: 1 }).pipe(map(({ records }) => ({ records })))
        }),
      ],
    })
    const flow = members(panel, stage.deviceId, stage.options)
    expect(idsOf(await settledAll(stage, flow.all({ pageSize: 4 })))).toEqual(ofTheHome)
    const wanted = flow.all({ pageSize: 4, keyword: 'nobody' })
    expect(await settledAll(stage, wanted)).toEqual([])
    expect(sent).toEqual([1, 2, 1, 2])
  })
})
