import type { Cloud } from '../cloud'
import { deliverPasswords } from './deliver-passwords'
import type { Lock } from './lock'
import {
  checkBegin,
  checkFields,
  checkName,
  checkPin,
  checkRoom,
  readPin,
  validPasswordsOf,
} from './password-rules'
import { DIGITS, randomText } from './random-text'
import type { TemporaryPassword } from './temporary-password'

const ID_LENGTH = 9

export interface NewPassword
  extends Omit<TemporaryPassword, 'id' | 'lockId' | 'pin' | 'createdAtMs' | 'state' | 'command'> {
  readonly encryptedPin: string
  readonly sessionKey: string
  /** The action that creates it. */
  readonly createdBy: string
}

/** Creates a temporary password and queues its delivery to the lock. */
export const addPassword = (
  cloud: Cloud,
  lock: Lock,
  { encryptedPin, sessionKey, createdBy, ...fields }: NewPassword,
): TemporaryPassword => {
  checkFields(fields)
  checkBegin(cloud, fields.effectiveTime)
  const pin = readPin(encryptedPin, sessionKey, lock)
  const others = validPasswordsOf(cloud, lock)
  checkRoom(others)
  checkName(others, fields.name)
  checkPin(others, lock, pin)
  const password: TemporaryPassword = {
    ...fields,
    id: unusedPasswordId(cloud),
    lockId: lock.id,
    pin,
    createdAtMs: cloud.now(),
    state: 'to-be-sent',
    command: { kind: 'create-password', action: createdBy },
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
