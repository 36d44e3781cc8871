import type { LockContext } from '../shared/lock-context'
import { membersIn } from './batches'
import { expectParam } from './checks'
import type { Member } from './member'
import { type AllMembersOptions, chooseList, listing, PAGE_SIZE } from './member-lists'

/** Every member, over all pages. */
export const allMembers = (
  lock: LockContext,
  options: AllMembersOptions = {},
): AsyncIterableIterator<Member> => {
  const { pageSize = PAGE_SIZE } = options
  return membersIn(() => {
    expectParam(
      Number.isInteger(pageSize) && pageSize > 0,
      listing,
      'pageSize',
      'expected a whole number above 0',
    )
    return chooseList(lock)(lock, options)
  })
}
