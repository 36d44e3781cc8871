import { flatMap } from '../../core/contract/flat-map'
import type { OutcomeCandidate } from '../../core/errors/outcome-unknown-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { UnlockMethod } from '../methods/method'
import type { LockContext } from '../shared/lock-context'
import { assignMethod } from './assign-method'
import type { EnrolledMethod } from './enrol-request'
import { origin } from './enrolment-error'
import { listsOfUnassigned, listsOfUser, listsOfUsers, type MethodOwner } from './method-lists'

/** What the lists show now and did not show before. */
interface FoundMethods {
  /** The only new method of the user; several cannot be distinguished. */
  readonly method?: EnrolledMethod | undefined
  /** All new methods of the kind, with the user that has them, if any. */
  readonly candidates: readonly OutcomeCandidate[]
}

export interface FindOptions {
  /**
   * A new method without a user may belong to another enrolment. After the cloud reported the end of ours, the only one is
   * assigned to the user.
   */
  readonly mayAssign?: boolean
  /** Also reads the methods of other users, for `candidates`. */
  readonly ofOthers?: boolean
}

/** Finds the method that the lists show now and did not show before. */
export interface NewMethodFinder {
  /** The operation that lists it. */
  readonly check: string | undefined
  readonly find: (callOptions?: CallOptions, options?: FindOptions) => Promise<FoundMethods>
  /** Whether the lists showed a method of the kind with this number before. */
  readonly wasListed: (unlockSn: number) => boolean
}

/**
 * Reads the current lists, of the user and without a user, and on request of other users. Throws an UnsupportedError if the
 * panel supports none.
 */
export const createNewMethodFinder = async (
  lock: LockContext,
  owner: MethodOwner,
  signal: AbortSignalLike,
  { ofOthers: mayReadOthers = false }: Pick<FindOptions, 'ofOthers'> = {},
): Promise<NewMethodFinder> => {
  const supported = (operations: typeof listsOfUser) =>
    operations.find(([name]) => lock.supports(name))
  const lists = [supported(listsOfUser), supported(listsOfUnassigned)]
  const ofUsers = mayReadOthers ? supported(listsOfUsers) : undefined
  const listed = lists[0] ?? lists[1]
  if (listed === undefined)
    throw new UnsupportedError(origin, 'this panel cannot list the methods of the lock.')

  /** A method with a state is not on the lock. */
  const isOfKind = ({ kind, state }: UnlockMethod) => kind === owner.type && state === undefined
  const read = async (options: CallOptions) =>
    Promise.all(
      lists.map(async (list) => ((await list?.[1](lock, owner, options)) ?? []).filter(isOfKind)),
    )
  /** Undefined if it could not be read: an enrolment does not need it. */
  const readOthers = async (options: CallOptions) => {
    const all = await ofUsers?.[1](lock, owner, options).catch(() => undefined)
    return all?.filter((method) => isOfKind(method) && method.memberId !== owner.userId)
  }
  const [known, knownOfOthers] = await Promise.all([read({ signal }), readOthers({ signal })])
  const before = flatMap([...known, knownOfOthers ?? []], (methods) => methods)
  const wasListed = (unlockSn: number) => before.some(({ number }) => number === unlockSn)
  const isNew = ({ number }: UnlockMethod) => !wasListed(number)

  return {
    check: lock.sentAs(listed[0]),
    wasListed,
    find: async (callOptions = {}, { mayAssign = false, ofOthers = false } = {}) => {
      const [ofUser = [], unassigned = []] = (await read(callOptions)).map((methods) =>
        methods.filter(isNew),
      )
      const others =
        ofOthers && knownOfOthers !== undefined ? ((await readOthers(callOptions)) ?? []) : []
      const candidates = [...ofUser, ...unassigned, ...others.filter(isNew)].map(candidateOf(owner))
      const [ours] = ofUser
      if (ours !== undefined)
        return {
          method: ofUser.length > 1 ? undefined : methodOf(ours, owner, true),
          candidates,
        }
      const [spare] = unassigned
      if (!mayAssign || spare === undefined || unassigned.length > 1) return { candidates }
      return {
        method: methodOf(
          spare,
          owner,
          await assignMethod(lock, owner.userId, { ...spare, kind: owner.type }),
        ),
        candidates,
      }
    },
  }
}

/** The cloud shows a method without a name with an empty one. */
const fieldsOf = ({ number: unlockSn, id, name }: UnlockMethod) => ({
  unlockSn,
  ...(id !== undefined && { id }),
  ...(name !== undefined && name !== '' && { name }),
})

const candidateOf =
  ({ type }: MethodOwner) =>
  (method: UnlockMethod): OutcomeCandidate => ({
    type,
    ...fieldsOf(method),
    ...(method.memberId !== undefined && { userId: method.memberId }),
  })

const methodOf = (
  method: UnlockMethod,
  { type, userId }: MethodOwner,
  isAssigned: boolean,
): EnrolledMethod => ({ type, userId, ...fieldsOf(method), isAssigned })
