import type { Cloud } from '../cloud'
import { deliverPasswords } from './deliver-passwords'
import type { Lock } from './lock'
import {
  checkBegin,
  checkName,
  checkPin,
  checkRoom,
  checkWanted,
  readPin,
  validPasswordsOf,
} from './password-rules'
import { DIGITS, randomText } from './random-text'
import type { TemporaryPassword } from './temporary-password'

const ID_LENGTH = 9

export interface NewPassword
  extends Omit<TemporaryPassword, 'id' | 'lockId' | 'pin' | 'state' | 'order'> {
  readonly encryptedPin: string
  readonly sessionKey: string
  /** The action that makes it. */
  readonly createdBy: string
}

/** Creates a temporary password and queues its delivery to the lock. */
export const addPassword = (
  cloud: Cloud,
  lock: Lock,
  { encryptedPin, sessionKey, createdBy, ...wanted }: NewPassword,
): TemporaryPassword => {
  checkWanted(wanted)
  checkBegin(cloud, wanted.effectiveTime)
  const pin = readPin(encryptedPin, sessionKey, lock)
  const others = validPasswordsOf(cloud, lock)
  checkRoom(others)
  checkName(others, wanted.name)
  checkPin(others, lock, pin)
  const password: TemporaryPassword = {
    ...wanted,
    id: unusedPasswordId(cloud),
    lockId: lock.id,
    pin,
    state: 'to-be-sent',
    order: { kind: 'create-password', action: createdBy },
  }
  cloud.world.temporaryPasswords.push(password)
  deliverPasswords(cloud)
  return password
}

/** Nine digits; with a constant `random` of a test, the ids are counted up. */
const unusedPasswordId = ({ world, random }: Cloud): string => {
  let id = Number(`1${randomText(random, ID_LENGTH - 1, DIGITS)}`)
  while (world.temporaryPasswords.some((password) => password.id === String(id))) id++
  return String(id)
}
