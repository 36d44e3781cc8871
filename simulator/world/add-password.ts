import { decryptPassword } from '../../src/crypto/ticket-crypto'
import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import { deliverPasswords } from './deliver-passwords'
import type { Lock } from './lock'
import { passwordIsValid } from './password-is-valid'
import { radioOf } from './radio'
import { DIGITS, randomText } from './random-text'
import type { TemporaryPassword } from './temporary-password'

const MOST_PASSWORDS = 99
const ID_LENGTH = 9
const pinLengths = { wifi: 7, zigbee: 6, ble: 6 }
const ascii = /^[\x20-\x7e]+$/
/** An IANA name; the cloud refuses UTC and offsets. */
const namedTimeZone = /^[A-Z][A-Za-z_]+(\/[A-Z][\w+-]+)+$/

export interface PasswordOrder
  extends Omit<TemporaryPassword, 'id' | 'lockId' | 'pin' | 'state' | 'confirmedAtMs'> {
  readonly encryptedPin: string
  readonly sessionKey: string
}

/** Makes a temporary password and sends it on its way to the lock. */
export const addPassword = (
  cloud: Cloud,
  lock: Lock,
  { encryptedPin, sessionKey, ...order }: PasswordOrder,
): TemporaryPassword => {
  checkOrder(order, Math.floor(cloud.now() / 1000))
  const pin = readPin(encryptedPin, sessionKey, lock)
  checkOthers(cloud, lock, order.name, pin)
  const password: TemporaryPassword = {
    ...order,
    id: unusedPasswordId(cloud),
    lockId: lock.id,
    pin,
    state: 'to-be-sent',
  }
  cloud.world.temporaryPasswords.push(password)
  deliverPasswords(cloud)
  return password
}

const checkOrder = (
  {
    name,
    effectiveTime,
    invalidTime,
    timeZone,
    schedule,
  }: Omit<PasswordOrder, 'encryptedPin' | 'sessionKey'>,
  nowSeconds: number,
) => {
  if (!ascii.test(name)) refuse('param is illegal', 'name')
  if (invalidTime <= effectiveTime) refuse('param is illegal', 'invalid_time')
  if (effectiveTime < nowSeconds) refuse('time is in the past', 'effective_time')
  if (schedule !== undefined && timeZone === '') refuse('param is empty', 'time_zone')
  if (timeZone !== '' && !namedTimeZone.test(timeZone)) refuse('param is illegal', 'time_zone')
}

const readPin = (encryptedPin: string, sessionKey: string, lock: Lock): string => {
  const pin = decryptPassword(encryptedPin, sessionKey)
  if (pin === undefined || !/^\d+$/.test(pin)) return refuse('param is illegal', 'password')
  return pin.length === pinLengths[radioOf(lock)] ? pin : refuse('password length incorrect')
}

/** Names must differ on every lock; PINs on Wi-Fi locks alone have a code for it. */
const checkOthers = (cloud: Cloud, lock: Lock, name: string, pin: string) => {
  const others = cloud.world.temporaryPasswords.filter(
    (password) => password.lockId === lock.id && passwordIsValid(password, cloud.now()),
  )
  if (others.length >= MOST_PASSWORDS) refuse('no more passwords can be added')
  if (others.some((other) => other.name === name)) refuse('password name repeats')
  if (radioOf(lock) === 'wifi' && others.some((other) => other.pin === pin))
    refuse('password repeats')
}

/** Nine digits; a test may pass in a `random` that gives the same number for ever: then the ids are counted on. */
const unusedPasswordId = ({ world, random }: Cloud): string => {
  let id = Number(`1${randomText(random, ID_LENGTH - 1, DIGITS)}`)
  while (world.temporaryPasswords.some((password) => password.id === String(id))) id++
  return String(id)
}
