import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { ActionName, LockContext } from '../shared/lock-context'
import { assignMethod } from './assign-method'
import type { EnrolledMethod } from './enrol-request'
import { origin } from './enrolment-error'
import { type ListedMethod, listsOfNobody, listsOfUser, type Whose } from './method-lists'
import { namesOf } from './method-names'

/** What the lists of methods show that they did not show before. */
export interface Newcomers {
  /** The operation that shows it. */
  readonly check: ActionName
  /** A method of the kind that is new; one that is nobody's is given to the user. */
  readonly find: (options?: CallOptions) => Promise<EnrolledMethod | undefined>
}

/** Reads the lists as they are now, of the user and of nobody. Throws an UnsupportedError where the panel has none. */
export const newcomersOf = async (
  lock: LockContext,
  whose: Whose,
  signal: AbortSignalLike,
): Promise<Newcomers> => {
  const lists = [listsOfUser, listsOfNobody].map((ways) => ways.find(([name]) => lock.has(name)))
  const check = (lists[0] ?? lists[1])?.[0]
  if (check === undefined)
    throw new UnsupportedError(origin, 'this panel cannot list the methods of the lock.')

  const read = async (options: CallOptions) =>
    Promise.all(lists.map(async (list) => (await list?.[1](lock, whose, options)) ?? []))
  const known = await read({ signal })

  return {
    check,
    find: async (options = {}) => {
      const now = await read(options)
      const [ofUser, ofNobody] = now.map((methods, at) =>
        newOne(methods, known[at] ?? [], namesOf(whose.type).dpCode),
      )
      if (ofUser !== undefined) return methodOf(ofUser, whose, true)
      if (ofNobody === undefined) return undefined
      return methodOf(ofNobody, whose, await assignMethod(lock, whose, ofNobody))
    },
  }
}

const newOne = (
  now: readonly ListedMethod[],
  before: readonly ListedMethod[],
  dpCode: string,
): ListedMethod | undefined => {
  const known = before.map(({ dpCode: code, unlockSn }) => `${code}-${unlockSn}`)
  return now.find(
    (method) => method.dpCode === dpCode && !known.includes(`${dpCode}-${method.unlockSn}`),
  )
}

const methodOf = (
  { unlockSn, id, name }: ListedMethod,
  { type, userId }: Whose,
  isAssigned: boolean,
): EnrolledMethod => ({
  type,
  userId,
  unlockSn,
  ...(id !== undefined && { id }),
  ...(name !== undefined && { name }),
  isAssigned,
})
