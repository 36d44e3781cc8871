import { refuse } from '../refusal'
import type { Lock } from './lock'
import { findMember } from './lock-users'
import type { MethodNumber } from './log'
import { findMethod, release } from './unlock-methods'
import type { World } from './world'

/** Assigns methods to a user: all of the list or none. A method of another user has to be removed from them first. */
export const assignMethods = (
  world: World,
  lock: Lock,
  userId: string,
  methods: readonly MethodNumber[],
): void => {
  findMember(world, lock, userId)
  if (methods.length === 0) refuse('param is empty', 'unlock_list')
  const opmodes = methods.map((method) => findMethod(lock, method))
  if (opmodes.some((opmode) => (opmode.userId ?? userId) !== userId))
    refuse('status does not allow it', 'unlock_list')
  for (const opmode of opmodes) {
    if (opmode.userId === userId) continue
    opmode.userId = userId
    opmode.everAllocated = true
    opmode.assigned = true
  }
}

/** Removes methods from a user: all of the list or none. A method of another user is not found. */
export const releaseMethods = (
  world: World,
  lock: Lock,
  userId: string,
  methods: readonly MethodNumber[],
): void => {
  findMember(world, lock, userId)
  if (methods.length === 0) refuse('param is empty', 'unlock_list')
  const opmodes = methods.map((method) => findMethod(lock, method))
  for (const { userId: owner, dpCode } of opmodes)
    if (owner !== userId) refuse('no such record', dpCode)
  for (const opmode of opmodes) release(opmode)
}
