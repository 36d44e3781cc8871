import { isLockError } from '../../core/errors/lock-error'
import { isUnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import { type Batches, membersIn } from './batches'
import type { Member } from './member'

/** The list that shows a new member. */
export interface MemberList {
  /** Starts at the first page. */
  readonly start: (options: CallOptions) => Batches
  /** The number of its members, if an operation counts them. */
  readonly count?: (() => Promise<number | undefined>) | undefined
}

/** What is known of a list before a member is added, from at most two pages and one count. */
export interface KnownMembers {
  readonly ids: readonly string[]
  /** Absent if `ids` has all of them. */
  readonly total: number | undefined
  readonly isComplete: boolean
}

/** Without a list that has ids, the command is sent nevertheless; then a lost answer stays unknown. */
export const readKnown = async ({
  start,
  count,
}: MemberList): Promise<KnownMembers | undefined> => {
  try {
    const batches = start({})
    const { members = [], total } = (await batches()) ?? {}
    const more = total === undefined ? await batches() : undefined
    const isComplete = total === undefined ? more === undefined : total <= members.length
    return {
      ids: [...members, ...(more?.members ?? [])].map(({ id }) => id),
      total: isComplete ? undefined : (total ?? (await count?.())),
      isComplete,
    }
  } catch (error) {
    if (isUnsupportedError(error) || isLockError(error)) return undefined
    throw error
  }
}

/**
 * The only member of a name that the list did not have before. If it was not read completely, an earlier member of that
 * name may be in the part that was not read: then the list must also have one member more than before.
 */
export const findAdded = async (
  { start }: MemberList,
  { ids, total, isComplete }: KnownMembers,
  requestedName: string,
  options: CallOptions,
): Promise<Member | undefined> => {
  const members = membersIn(() => start(options))
  const added: Member[] = []
  let count = 0
  for (let one = await members.next(); one.done !== true; one = await members.next()) {
    count++
    if (one.value.name === requestedName && !ids.includes(one.value.id)) added.push(one.value)
  }
  const isOneMore = isComplete || (total !== undefined && count === total + 1)
  return isOneMore && added.length === 1 ? added[0] : undefined
}
