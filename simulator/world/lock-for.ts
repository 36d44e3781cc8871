import type { Action } from '../../src/core/action'
import { refuse } from '../refusal'
import type { Lock } from './lock'
import { radioOf } from './radio'
import type { World } from './world'

type Applicable = Pick<Action, 'name' | 'locks' | 'versions'>

export const findLock = (world: World, lockId: string): Lock =>
  world.locks.find(({ id }) => id === lockId) ?? refuse('device not exist')

/** The lock that an action is about; refused where its type has no such action. */
export const lockFor = (action: Applicable, world: World, lockId: string): Lock => {
  const lock = findLock(world, lockId)
  return isApplicable(action, lock) ? lock : refuse('lock type not supported', action.name)
}

/** What Wi-Fi locks can do every kind of them can; access control is documented apart. */
const isApplicable = ({ locks, versions = {} }: Applicable, lock: Lock): boolean =>
  locks.includes('any') ||
  // A version of its own stands for the type that it is for.
  Object.hasOwn(versions, radioOf(lock)) ||
  locks.includes(lock.type) ||
  (lock.type !== 'access-control' && locks.includes(radioOf(lock)))
