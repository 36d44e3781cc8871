import { decryptPassword } from '../../src/crypto/ticket-crypto'
import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import { passwordIsValid } from './find-password'
import type { Lock } from './lock'
import { radioOf } from './phase'
import type { TemporaryPassword } from './temporary-password'

const MOST_PASSWORDS = 99
const pinLengths = { wifi: 7, zigbee: 6, ble: 6 }
const ascii = /^[\x20-\x7e]*$/
/** An IANA name; the cloud refuses UTC and offsets. */
const namedTimeZone = /^[A-Z][A-Za-z_]+(\/[A-Z][\w+-]+)+$/

/** The fields of a password that a caller sets. */
export type PasswordFields = Pick<
  TemporaryPassword,
  'name' | 'effectiveTime' | 'invalidTime' | 'timeZone' | 'schedule'
>

export const checkFields = ({
  name,
  effectiveTime,
  invalidTime,
  timeZone,
  schedule,
}: PasswordFields): void => {
  if (!ascii.test(name)) refuse('param is illegal', 'name')
  if (invalidTime <= effectiveTime) refuse('param is illegal', 'invalid_time')
  if (schedule !== undefined && timeZone === '') refuse('param is empty', 'time_zone')
  if (timeZone && !namedTimeZone.test(timeZone)) refuse('param is illegal', 'time_zone')
}

export const checkBegin = ({ now }: Cloud, effectiveTime: number): void => {
  if (effectiveTime < Math.floor(now() / 1000)) refuse('time is in the past', 'effective_time')
}

/** The digits that a caller encrypted with the key of a ticket. */
export const readPin = (encryptedPin: string, sessionKey: string, lock: Lock): string => {
  const pin = decryptPassword(encryptedPin, sessionKey)
  if (pin === undefined || !/^\d+$/.test(pin)) return refuse('param is illegal', 'password')
  const { keypad = { length: pinLengths[radioOf(lock)], lowest: 0, highest: 9 } } = lock
  if (pin.length !== keypad.length) refuse('password length incorrect')
  if (Array.from(pin, Number).some((digit) => digit < keypad.lowest || digit > keypad.highest))
    refuse('param is illegal', 'password')
  return isLostOnKeypad(encryptedPin, lock) ? NO_PIN : pin
}

/** One report: a keypad that is sent upper-case hex stores a password that never opens it; the cloud answers success. */
const isLostOnKeypad = (hex: string, { type }: Lock): boolean =>
  type === 'access-control' && hex !== hex.toLowerCase()

/** Matches no PIN that is typed. */
const NO_PIN = ''

/** The passwords of a lock that are valid now or later. */
export const validPasswordsOf = ({ world, now }: Cloud, lock: Lock): readonly TemporaryPassword[] =>
  world.temporaryPasswords.filter(
    (password) => password.lockId === lock.id && passwordIsValid(password, now()),
  )

export const checkRoom = (others: readonly TemporaryPassword[]): void => {
  if (others.length >= MOST_PASSWORDS) refuse('no more passwords can be added')
}

/** Names must differ on every lock, where a password has one. */
export const checkName = (others: readonly TemporaryPassword[], name: string): void => {
  if (name !== '' && others.some((other) => other.name === name)) refuse('password name repeats')
}

/** Only PINs on Wi-Fi locks have a code for it. */
export const checkPin = (others: readonly TemporaryPassword[], lock: Lock, pin: string): void => {
  if (radioOf(lock) === 'wifi' && others.some((other) => other.pin === pin))
    refuse('password repeats')
}
