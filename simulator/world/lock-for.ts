import type { Action } from '../../src/core/action'
import { supportsLockType } from '../../src/core/supports-lock-type'
import { refuse } from '../refusal'
import type { Lock } from './lock'
import type { World } from './world'

type Applicable = Pick<Action, 'name' | 'locks' | 'reportedLocks' | 'versions'>

export const findLock = (world: World, lockId: string): Lock =>
  world.locks.find(({ id }) => id === lockId) ?? refuse('device is not in the project')

/** The lock of an action; refused if its type does not support the action. */
export const lockFor = (action: Applicable, world: World, lockId: string): Lock => {
  const lock = findLock(world, lockId)
  return supportsLockType(action, lock.type) ? lock : refuse('lock type not supported', action.name)
}
