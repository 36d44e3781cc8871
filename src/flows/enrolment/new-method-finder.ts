import { Observable, type Unsubscribable } from 'rxjs'
import type { Clock } from '../../core/clock'
import { flatMap } from '../../core/contract/flat-map'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import { createCancellation } from '../shared/cancellation'
import type { ActionName, LockContext } from '../shared/lock-context'
import { standardCode } from '../shared/unlock-codes'
import { assignMethod } from './assign-method'
import type { EnrolledMethod } from './enrol-request'
import { origin } from './enrolment-error'
import type { MethodListed } from './enrolment-state'
import { type ListedMethod, listsOfUnassigned, listsOfUser, type MethodOwner } from './method-lists'
import { namesOf } from './method-names'

/** Finds the method that the lists show now and did not show before. */
export interface NewMethodFinder {
  /** The operation that lists it. */
  readonly check: ActionName
  /**
   * The only new method of the kind; several cannot be distinguished. A new method without a user may belong to another
   * enrolment: with `mayAssign`, after the cloud reported the end of ours, it is assigned to the user.
   */
  readonly find: (options?: CallOptions, mayAssign?: boolean) => Promise<EnrolledMethod | undefined>
  /** Whether the lists showed a method of the kind with this number before. */
  readonly wasListed: (unlockSn: number) => boolean
}

/** Reads the current lists, of the user and without a user. Throws an UnsupportedError if the panel supports none. */
export const createNewMethodFinder = async (
  lock: LockContext,
  owner: MethodOwner,
  signal: AbortSignalLike,
): Promise<NewMethodFinder> => {
  const lists = [listsOfUser, listsOfUnassigned].map((operations) =>
    operations.find(([name]) => lock.supports(name)),
  )
  const check = (lists[0] ?? lists[1])?.[0]
  if (check === undefined)
    throw new UnsupportedError(origin, 'this panel cannot list the methods of the lock.')

  const read = async (options: CallOptions) =>
    Promise.all(lists.map(async (list) => (await list?.[1](lock, owner, options)) ?? []))
  const known = await read({ signal })

  const { dpCode } = namesOf(owner.type)
  const isOfKind = (method: ListedMethod) => standardCode(method.dpCode) === dpCode
  const before = flatMap(known, (methods) => methods.filter(isOfKind))
  const wasListed = (unlockSn: number) => before.some((method) => method.unlockSn === unlockSn)

  return {
    check,
    wasListed,
    find: async (options = {}, mayAssign = false) => {
      const now = await read(options)
      const [ofUser = [], unassigned = []] = now.map((methods) =>
        methods.filter((method) => isOfKind(method) && !wasListed(method.unlockSn)),
      )
      const [ours] = ofUser
      if (ours !== undefined) return ofUser.length > 1 ? undefined : methodOf(ours, owner, true)
      const [spare] = unassigned
      if (!mayAssign || spare === undefined || unassigned.length > 1) return undefined
      return methodOf(spare, owner, await assignMethod(lock, owner, spare))
    },
  }
}

const methodOf = (
  { unlockSn, id, name }: ListedMethod,
  { type, userId }: MethodOwner,
  isAssigned: boolean,
): EnrolledMethod => ({
  type,
  userId,
  unlockSn,
  ...(id !== undefined && { id }),
  ...(name !== undefined && { name }),
  isAssigned,
})

/** Data is synchronised every five seconds at most (document 001). */
const POLL_INTERVAL_MS = 5_000

/** Polls the lists for a new method, for channels without events. */
export const pollNewMethods = ({ find }: NewMethodFinder, clock: Clock): Observable<MethodListed> =>
  new Observable((subscriber) => {
    const { signal, cancel } = createCancellation()
    let timer: Unsubscribable
    const wait = () => {
      timer = clock.schedule(poll, POLL_INTERVAL_MS)
    }
    const poll = () => {
      find({ signal, priority: 'background' }).then(
        (method) => {
          if (subscriber.closed) return
          if (method !== undefined) subscriber.next({ step: 'listed', method })
          wait()
        },
        // The next read may succeed, and the enrolment has its own time-out.
        () => {
          if (!subscriber.closed) wait()
        },
      )
    }
    wait()
    return () => {
      timer.unsubscribe()
      cancel()
    }
  })
