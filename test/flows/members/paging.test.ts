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
import {
  addHomeMembers,
  addMembersWithoutAccount,
  idsOf,
  memberHarness,
  settledAll,
} from './member-harness'

const { frontDoor } = seed.locks
const { owner, admin, common, formerLodger } = seed.members
const homeMemberIds = [owner, admin, common, formerLodger].map(({ userId }) => userId)

describe('a page of members.all()', () => {
  it('is requested only when the caller reads a member of it', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'mini-program')
    addHomeMembers(harness, 20)
    const all = flow.all({ pageSize: 10 })
    expect(harness.steps).toHaveLength(0)
    for (let count = 0; count < 10; count++) await settle(harness.clock, all.next())
    expect(harness.steps).toHaveLength(1)
    expect((await settle(harness.clock, all.next())).value?.name).toBe('Guest 6')
    expect(harness.steps).toHaveLength(2)
    await all.return?.()
    expect(await all.next()).toEqual({ done: true, value: undefined })
    expect(harness.steps).toHaveLength(2)
  })

  it('is requested once for several concurrent reads', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'mini-program')
    const all = flow.all()
    const first = await settle(harness.clock, Promise.all([all.next(), all.next(), all.next()]))
    expect(first.map(({ value }) => value?.name)).toEqual(['Olivia', 'Adam', 'Chloe'])
    expect(harness.steps).toHaveLength(1)
  })

  it('is not requested again after a break', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'mini-program')
    addHomeMembers(harness, 20)
    const all = flow.all({ pageSize: 10 })
    const reading = async () => {
      for await (const { id } of all) if (id === admin.userId) break
    }
    await settle(harness.clock, reading())
    expect(await settledAll(harness, all)).toEqual([])
    expect(harness.steps).toHaveLength(1)
  })

  it('cannot have a size of 0, and no request is sent', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'mini-program')
    expect(await failureOf(harness.clock, flow.all({ pageSize: 0 }).next())).toMatchObject({
      kind: 'params',
      action: 'members.all',
      issues: [{ path: 'pageSize' }],
    })
    expect(harness.steps).toEqual([])
  })

  it('is cancelled by the signal of the caller', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'mini-program')
    const { signal, cancel } = createCancellation()
    const all = flow.all({ signal })
    const reading = failureOf(harness.clock, all.next())
    cancel()
    expect(await reading).toMatchObject({ kind: 'cancelled' })
  })
})

describe('members.all() between two pages', () => {
  const threePages = () => {
    const { harness, flow } = memberHarness(frontDoor, 'mini-program')
    const added = addHomeMembers(harness, 26)
    return { harness, flow, expected: [...homeMemberIds, ...added] }
  }

  it('continues after a lost answer that the pipeline retries', async () => {
    const { harness, flow, expected } = threePages()
    const all = flow.all({ pageSize: 10 })
    await settle(harness.clock, all.next())
    harness.simulator.faults.next('doorLock.listUsers', 'drop-after')
    expect(idsOf(await settledAll(harness, all))).toEqual(expected.slice(1))
    expect(harness.steps).toHaveLength(4)
  })

  it('continues after an error with the page that failed', async () => {
    const { harness, flow, expected } = threePages()
    const all = flow.all({ pageSize: 10 })
    const seen: Member[] = []
    const read = async () => {
      for await (const member of all) {
        seen.push(member)
        if (seen.length === 10)
          harness.simulator.faults.next('doorLock.listUsers', { vendorCode: 2001 })
      }
    }
    expect(await failureOf(harness.clock, read())).toMatchObject({ kind: 'vendor', code: 2001 })
    expect(seen).toHaveLength(10)
    await settle(harness.clock, read())
    expect(idsOf(seen)).toEqual(expected)
  })

  it('requests a failed first page of the panel APIs again', async () => {
    const { harness, flow } = memberHarness(frontDoor, 'panel')
    harness.simulator.faults.next('tuya.m.device.member.list', { vendorCode: 2001 })
    const all = flow.all()
    expect(await failureOf(harness.clock, all.next())).toMatchObject({ code: 2001 })
    expect(idsOf(await settledAll(harness, all))).toEqual(homeMemberIds)
  })

  it('returns a member who moves to a later page once', async () => {
    const { harness, flow, expected } = threePages()
    const all = flow.all({ pageSize: 10 })
    const first = (await settle(harness.clock, all.next())).value
    // The new member comes first, so the last member of page 1 is now the first of page 2.
    harness.simulator.world.members.push({ ...common, userId: '9000', nickName: 'New' })
    harness.lock.users.unshift({ userId: '9000', lockUserId: 99 })
    const rest = await settledAll(harness, all)
    const ids = [first?.id, ...idsOf(rest)]
    expect(new Set(ids).size).toBe(ids.length)
    expect([...ids].sort()).toEqual([...expected, '9000'].sort())
  })

  it('returns a member who moves to an earlier page', async () => {
    const { harness, flow, expected } = threePages()
    const all = flow.all({ pageSize: 10 })
    const first = (await settle(harness.clock, all.next())).value
    harness.lock.users.splice(2, 1)
    const ids = [first?.id, ...idsOf(await settledAll(harness, all))]
    expect([...ids].sort()).toEqual([...expected].sort())
    expect(harness.steps).toHaveLength(6)
  })
})

describe('members.all()', () => {
  it.each([1, 2, 3])(
    'reads the whole list if a full page of %i is inserted at the top',
    async (pageSize) => {
      const { harness, flow } = memberHarness(frontDoor, 'mini-program')
      const all = flow.all({ pageSize })
      const first = (await settle(harness.clock, all.next())).value
      const onTop = addHomeMembers(harness, pageSize)
      harness.lock.users.unshift(...harness.lock.users.splice(-pageSize))
      const ids = [first?.id, ...idsOf(await settledAll(harness, all))]
      expect([...ids].sort()).toEqual([...homeMemberIds, ...onTop].sort())
    },
  )

  it('stops after one repeated page if the cloud ignores page numbers', async () => {
    const { harness } = memberHarness(frontDoor, 'mini-program')
    const sent: number[] = []
    const panel = createPanel({
      actions: allActions,
      transport: harness.simulator.asTransport(),
      clock: harness.clock,
      handlers: [
        handle(listUsers, ({ page_no, ...params }, { send }) => {
          sent.push(page_no)
          // Always the first page, and as a bare list.
          return send({ ...params, page_no: 1 }).pipe(map(({ records }) => ({ records })))
        }),
      ],
    })
    const flow = members(panel, harness.deviceId, harness.options)
    expect(idsOf(await settledAll(harness, flow.all({ pageSize: 4 })))).toEqual(homeMemberIds)
    const filtered = flow.all({ pageSize: 4, keyword: 'no match' })
    expect(await settledAll(harness, filtered)).toEqual([])
    expect(sent).toEqual([1, 2, 1, 2])
  })
})

describe('the panel list of members without an account, which has no total,', () => {
  const panelList = (pageSize: number) => {
    const { harness, flow } = memberHarness(frontDoor, 'panel')
    const withoutAccount = addMembersWithoutAccount(harness, 6)
    const { users } = harness.lock
    /** Reads all members; calls `change` when it has read the member with this id. */
    const readWith = async (id: string, change: () => void) => {
      const ids: string[] = []
      const reading = async () => {
        for await (const member of flow.all({ pageSize })) {
          ids.push(member.id)
          if (member.id === id) change()
        }
      }
      await settle(harness.clock, reading())
      return ids
    }
    const remove = (id: string) => {
      const { deviceUsers } = harness.simulator.world
      for (const list of [deviceUsers, users])
        list.splice(
          list.findIndex(({ userId }) => userId === id),
          1,
        )
    }
    return { harness, withoutAccount, readWith, remove }
  }

  it.each([1, 2, 3, 5])(
    'misses no member if one is removed, with a page size of %i',
    async (pageSize) => {
      for (const removed of ['7000', '7002']) {
        const { withoutAccount, readWith, remove } = panelList(pageSize)
        const ids = await readWith('7002', () => remove(removed))
        expect([...ids].sort()).toEqual([...homeMemberIds, ...withoutAccount].sort())
      }
    },
  )

  it.each([1, 2, 3])(
    'misses no member if one is inserted at the top, with a page size of %i',
    async (pageSize) => {
      const { harness, withoutAccount, readWith } = panelList(pageSize)
      const ids = await readWith('7002', () => {
        const { deviceUsers } = harness.simulator.world
        const [first] = deviceUsers
        if (first === undefined) throw new Error('the list is empty')
        deviceUsers.unshift({ ...first, userId: '7777' })
        harness.lock.users.unshift({ userId: '7777', lockUserId: 77 })
      })
      expect([...ids].sort()).toEqual([...homeMemberIds, ...withoutAccount, '7777'].sort())
    },
  )

  it('is read in one pass to its last member if it does not change', async () => {
    for (const [pageSize, requests] of [
      [1, 7],
      [2, 6],
      [3, 3],
      [6, 2],
      // A short page may be that of a cloud with smaller pages.
      [7, 2],
    ] as const) {
      const { harness, withoutAccount, readWith } = panelList(pageSize)
      expect(await readWith('', () => {})).toEqual([...homeMemberIds, ...withoutAccount])
      expect(harness.steps).toHaveLength(1 + requests)
    }
  })

  it.each([2, 3, 4])('misses no member if the cloud returns at most %i rows', async (rows) => {
    const { harness, withoutAccount, readWith } = panelList(50)
    harness.simulator.world.mostRowsPerPage = rows
    expect(await readWith('', () => {})).toEqual([...homeMemberIds, ...withoutAccount])
  })

  it('ends if the cloud ignores the offset', async () => {
    const { harness, withoutAccount, readWith } = panelList(3)
    harness.simulator.world.repeatsFirstPage = true
    expect(await readWith('', () => {})).toEqual([...homeMemberIds, ...withoutAccount.slice(0, 3)])
    expect(harness.steps.length).toBeLessThan(12)
  })
})
