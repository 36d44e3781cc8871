import { over, selectChannel } from '../shared/channel'
import { expectParam } from '../shared/expect'
import type { LockContext } from '../shared/lock-context'
import { type Batches, membersIn } from './batches'
import {
  ACCESS_CONTROL_LIST,
  HOME_LIST,
  LIST,
  memberChannels,
  OLD_LIST,
  PANEL_LIST,
} from './channels'
import type { Member } from './member'
import {
  type AllMembersOptions,
  accessControlList,
  homeList,
  type List,
  listing,
  miniProgramList,
  oldList,
  PAGE_SIZE,
  panelList,
} from './member-lists'
import type { GivenRole } from './roles'

const roleFilter: Readonly<Record<GivenRole, readonly Member['role'][]>> = {
  administrator: ['owner', 'administrator'],
  member: ['member'],
}

/** Filters a list like the cloud does for access control devices. */
const withFilter =
  (list: List): List =>
  (lock, options) => {
    const batches = list(lock, options)
    return async () => {
      const batch = await batches()
      return batch && { ...batch, members: batch.members.filter(matchesFilter(options)) }
    }
  }

const matchesFilter =
  ({ keyword = '', role }: AllMembersOptions) =>
  (member: Member): boolean =>
    (role === undefined || roleFilter[role].includes(member.role)) &&
    [member.name, member.contact ?? ''].some((text) =>
      text.toLowerCase().includes(keyword.toLowerCase()),
    )

const selectList = (lock: LockContext): List =>
  selectChannel(lock, listing.action, [...memberChannels.members, over(OLD_LIST)], {
    [LIST]: withFilter(miniProgramList),
    [PANEL_LIST]: withFilter(panelList),
    [ACCESS_CONTROL_LIST]: accessControlList,
    [HOME_LIST]: withFilter(homeList),
    [OLD_LIST]: withFilter(oldList),
  })

/** Every member, page by page. */
export const memberBatches = (lock: LockContext, options: AllMembersOptions = {}): Batches => {
  const { pageSize = PAGE_SIZE } = options
  expectParam(
    Number.isInteger(pageSize) && pageSize > 0,
    listing,
    'pageSize',
    'expected a whole number above 0',
  )
  return selectList(lock)(lock, options)
}

/** Every member, over all pages. */
export const allMembers = (
  lock: LockContext,
  options?: AllMembersOptions,
): AsyncIterableIterator<Member> => membersIn(() => memberBatches(lock, options))
