import { createMutex } from '../../core/rx/mutex'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { withOwnInputs } from '../shared/own-inputs'
import { assignMethods } from './assign'
import { deleteMethod } from './delete'
import { getMethod } from './find'
import { listMethods, type MethodList } from './list'
import type { MethodRef, UnlockMethod } from './method'
import { methodsOfMember } from './of-member'
import { renameMethod } from './rename'
import { setDuress } from './set-duress'
import { unassignMethods } from './unassign'
import { unassignedMethods } from './unassigned'

/**
 * The fingerprints, cards and passwords of a lock. Each method uses the family that supports it for this lock type, and
 * fails with an UnsupportedError without one. If the answer to a command is lost, the lists decide: it succeeds if they show
 * its result, and fails with an OutcomeUnknownError if they do not. A list that cannot be read is a failure, never empty.
 */
export interface Methods {
  /**
   * Lists every method: the members are read, then the methods of each, and those without a member. `missing` says what
   * this panel cannot list.
   *
   * @example
   * ```ts
   * const { methods, missing } = await frontDoor.methods.list()
   * for (const { kind, name, memberId } of methods) `${kind} ${name}: ${memberId ?? 'unassigned'}`
   * ```
   */
  readonly list: () => Promise<MethodList>
  /**
   * Lists the methods of a member.
   *
   * @example
   * ```ts
   * const ofChloe = await frontDoor.methods.ofMember('1003')
   * ```
   */
  readonly ofMember: (memberId: string) => Promise<readonly UnlockMethod[]>
  /**
   * Lists the methods on the lock without a member.
   *
   * @example
   * ```ts
   * const spare = await frontDoor.methods.unassigned()
   * ```
   */
  readonly unassigned: () => Promise<readonly UnlockMethod[]>
  /**
   * Reads one method. Fails with the LockError reason `not-found` if the lists do not show it, and `not-listed` if they are
   * incomplete.
   *
   * @example
   * ```ts
   * const { name } = await frontDoor.methods.get({ kind: 'card', number: 2 })
   * ```
   */
  readonly get: (method: MethodRef) => Promise<UnlockMethod>
  /**
   * Gives a method another name in the cloud.
   *
   * @example
   * ```ts
   * const card = await frontDoor.methods.get({ kind: 'card', number: 1 })
   * await frontDoor.methods.rename(card, 'Blue card')
   * ```
   */
  readonly rename: (method: MethodRef, name: string) => Promise<void>
  /**
   * Deletes a method from the lock and from the cloud: over the route of the cloud, or over data point 2 of a Bluetooth
   * lock, which reports it. Deletions at one lock run one after the other.
   *
   * @example
   * ```ts
   * await frontDoor.methods.delete({ kind: 'card', number: 1 })
   * ```
   */
  readonly delete: (method: MethodRef) => Promise<void>
  /**
   * Makes a method raise a duress alarm, or no longer.
   *
   * @example
   * ```ts
   * await frontDoor.methods.setDuress({ kind: 'fingerprint', number: 1 }, true)
   * ```
   */
  readonly setDuress: (method: MethodRef, isOn: boolean) => Promise<void>
  /**
   * Assigns one or several methods to a member. If the cloud accepts one at a time, the methods before a failure stay
   * assigned.
   *
   * @example
   * ```ts
   * await frontDoor.methods.assign(await frontDoor.methods.unassigned(), '1003')
   * ```
   */
  readonly assign: (methods: MethodRef | readonly MethodRef[], memberId: string) => Promise<void>
  /**
   * Unassigns one or several methods from their members; they stay on the lock.
   *
   * @example
   * ```ts
   * await frontDoor.methods.assign({ kind: 'card', number: 2 }, '1003')
   * await frontDoor.methods.unassign({ kind: 'card', number: 2, memberId: '1003' })
   * ```
   */
  readonly unassign: (methods: MethodRef | readonly MethodRef[]) => Promise<void>
}

const asList = (methods: MethodRef | readonly MethodRef[]): readonly MethodRef[] =>
  'length' in methods ? methods : [methods]

/**
 * The flow of one lock for its unlocking methods.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi', clock } as const
 * const spare = await methods(panel, seed.locks.frontDoor.id, options).unassigned()
 * ```
 */
export const methods = (panel: PanelOfLock, deviceId: string, options: LockOptions): Methods => {
  const lock = lockContext(panel, deviceId, options)
  // The report of a lock names the method, and not the command.
  const runExclusive = lock.sharedState('deleted methods', createMutex)
  return withOwnInputs({
    list: () => listMethods(lock),
    ofMember: (memberId) => methodsOfMember(lock, memberId),
    unassigned: () => unassignedMethods(lock),
    get: (method) => getMethod(lock, method),
    rename: (method, name) => renameMethod(lock, method, name),
    delete: (method) => runExclusive(() => deleteMethod(lock, method)),
    setDuress: (method, isOn) => setDuress(lock, method, isOn),
    assign: (given, memberId) => assignMethods(lock, asList(given), memberId),
    unassign: (given) => unassignMethods(lock, asList(given)),
  })
}
