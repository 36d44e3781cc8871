import { flatMap } from '../../core/contract/flat-map'
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
  /**
   * The one method of the kind that is new; of several nobody knows which it is. One that is nobody's may be anybody's:
   * it is given to the user where the cloud says that the user's enrolment is over.
   */
  readonly find: (options?: CallOptions, mayAssign?: boolean) => Promise<EnrolledMethod | undefined>
  /** The lists showed a method of the kind with this number before. */
  readonly wasListed: (unlockSn: number) => boolean
}

/** Reads the lists as they are now, of the user and of nobody. Throws an UnsupportedError where the panel has none. */
export const newcomersOf = async (
  lock: LockContext,
  whose: Whose,
  signal: AbortSignalLike,
): Promise<Newcomers> => {
  const lists = [listsOfUser, listsOfNobody].map((ways) =>
    ways.find(([name]) => lock.supports(name)),
  )
  const check = (lists[0] ?? lists[1])?.[0]
  if (check === undefined)
    throw new UnsupportedError(origin, 'this panel cannot list the methods of the lock.')

  const read = async (options: CallOptions) =>
    Promise.all(lists.map(async (list) => (await list?.[1](lock, whose, options)) ?? []))
  const known = await read({ signal })

  const { dpCode } = namesOf(whose.type)
  const isOfKind = (method: ListedMethod) => method.dpCode === dpCode
  const before = flatMap(known, (methods) => methods.filter(isOfKind))
  const wasListed = (unlockSn: number) => before.some((method) => method.unlockSn === unlockSn)

  return {
    check,
    wasListed,
    find: async (options = {}, mayAssign = false) => {
      const now = await read(options)
      const [ofUser = [], ofNobody = []] = now.map((methods) =>
        methods.filter((method) => isOfKind(method) && !wasListed(method.unlockSn)),
      )
      const [ours] = ofUser
      if (ours !== undefined) return ofUser.length > 1 ? undefined : methodOf(ours, whose, true)
      const [nobodys] = ofNobody
      if (!mayAssign || nobodys === undefined || ofNobody.length > 1) return undefined
      return methodOf(nobodys, whose, await assignMethod(lock, whose, nobodys))
    },
  }
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
