import { refuse } from '../refusal'
import type { Lock } from './lock'
import { radioOf } from './radio'
import type { TemporaryPassword } from './temporary-password'
import type { World } from './world'

/** A password, even one that is deleted. */
export const findPassword = (world: World, lock: Lock, passwordId: string): TemporaryPassword =>
  world.temporaryPasswords.find(({ id, lockId }) => id === passwordId && lockId === lock.id) ??
  notFound(lock)

/** A password that is not deleted. */
export const findLivingPassword = (
  world: World,
  lock: Lock,
  passwordId: string,
): TemporaryPassword => {
  const password = findPassword(world, lock, passwordId)
  return password.state === 'deleted' ? notFound(lock) : password
}

/** The lists have a separate code for Zigbee locks. */
const notFound = (lock: Lock): never =>
  refuse(radioOf(lock) === 'zigbee' ? 'no such Zigbee password' : 'no such record', 'password_id')
