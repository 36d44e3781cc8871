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
import { addCrowd, addStrangers, idsOf, onStage, settledAll } from './crowd'

const { frontDoor } = seed.locks
const { owner, admin, common, formerLodger } = seed.members
const ofTheHome = [owner, admin, common, formerLodger].map(({ userId }) => userId)

describe('a page', () => {
  it('is requested when a member of it is read', async () => {
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

describe('a list that moves by whole pages', () => {
  it.each([1, 2, 3])('is read to its end: %i on top, and as many to a page', async (pageSize) => {
    const { stage, flow } = onStage(frontDoor, 'mini-program')
    const all = flow.all({ pageSize })
    const first = (await settle(stage.clock, all.next())).value
    const onTop = addCrowd(stage, pageSize)
    stage.lock.users.unshift(...stage.lock.users.splice(-pageSize))
    const ids = [first?.id, ...idsOf(await settledAll(stage, all))]
    expect([...ids].sort()).toEqual([...ofTheHome, ...onTop].sort())
  })
})

describe("the panel's list of those without an account, which tells no total", () => {
  const ofPanel = (pageSize: number) => {
    const { stage, flow } = onStage(frontDoor, 'panel')
    const strangers = addStrangers(stage, 6)
    const { users } = stage.lock
    /** Reads until somebody is given, does something, and reads on. */
    const readWith = async (id: string, change: () => void) => {
      const ids: string[] = []
      const reading = async () => {
        for await (const member of flow.all({ pageSize })) {
          ids.push(member.id)
          if (member.id === id) change()
        }
      }
      await settle(stage.clock, reading())
      return ids
    }
    const remove = (id: string) => {
      const { deviceUsers } = stage.simulator.world
      for (const list of [deviceUsers, users])
        list.splice(
          list.findIndex(({ userId }) => userId === id),
          1,
        )
    }
    return { stage, strangers, readWith, remove }
  }

  it.each([1, 2, 3, 5])('misses no member if one is removed: %i to a page', async (pageSize) => {
    for (const removed of ['7000', '7002']) {
      const { strangers, readWith, remove } = ofPanel(pageSize)
      const ids = await readWith('7002', () => remove(removed))
      expect([...ids].sort()).toEqual([...ofTheHome, ...strangers].sort())
    }
  })

  it.each([1, 2, 3])(
    'misses no member if one is inserted at the top: %i to a page',
    async (pageSize) => {
      const { stage, strangers, readWith } = ofPanel(pageSize)
      const ids = await readWith('7002', () => {
        const { deviceUsers } = stage.simulator.world
        const [stranger] = deviceUsers
        if (stranger === undefined) throw new Error('nobody is there')
        deviceUsers.unshift({ ...stranger, userId: '7777' })
        stage.lock.users.unshift({ userId: '7777', lockUserId: 77 })
      })
      expect([...ids].sort()).toEqual([...ofTheHome, ...strangers, '7777'].sort())
    },
  )

  it('is read once while it stays, to the last one', async () => {
    for (const [pageSize, requests] of [
      [1, 7],
      [2, 6],
      [3, 3],
      [6, 2],
      [7, 1],
    ] as const) {
      const { stage, strangers, readWith } = ofPanel(pageSize)
      expect(await readWith('', () => {})).toEqual([...ofTheHome, ...strangers])
      expect(stage.steps).toHaveLength(1 + requests)
    }
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
