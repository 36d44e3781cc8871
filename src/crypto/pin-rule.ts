import type { LockType } from '../core/action'
import { passwordLength } from './password-length'

/**
 * The PINs that a lock with a reduced keypad accepts; the vendor's SDK for panels has the same settings.
 *
 * @example
 * ```ts
 * const digits: PinDigits = { length: 8, base: 6, zero: false } // eight digits from 1 to 5
 * const door = lock(panel, frontDoor.deviceId, { type: 'wifi', clock, digits })
 * ```
 */
export interface PinDigits {
  /** 6 to 12. @default the documented length of the lock type */
  readonly length?: number
  /** 2 to 10; every digit is below it. @default 10 */
  readonly base?: number
  /** Whether the keypad has a 0. @default true */
  readonly zero?: boolean
}

/** Documented passwords have 6 or 7 digits; those of reduced keypads have up to 12. */
export const MIN_PIN_LENGTH = 6
export const MAX_PIN_LENGTH = 12

export interface PinRule {
  /** `undefined` for any length from 6 to 12. */
  readonly length: number | undefined
  readonly lowest: number
  readonly highest: number
}

export const pinRule = (type: LockType, digits: PinDigits = {}): PinRule => ({
  length: digits.length ?? passwordLength(type),
  lowest: digits.zero === false ? 1 : 0,
  highest: (digits.base ?? 10) - 1,
})

const ANY_DIGITS = { lowest: 0, highest: 9, length: undefined }

/** What is expected of a PIN; `undefined` if it is valid. Never contains the PIN. */
export const pinIssue = (pin: unknown, rule: PinRule = ANY_DIGITS): string | undefined => {
  const { length, lowest, highest } = rule
  const [shortest, longest] =
    length === undefined ? [MIN_PIN_LENGTH, MAX_PIN_LENGTH] : [length, length]
  const isValid =
    typeof pin === 'string' &&
    new RegExp(`^[${lowest}-${highest}]{${shortest},${longest}}$`).test(pin)
  if (isValid) return undefined
  const range = lowest === 0 && highest === 9 ? '' : ` from ${lowest} to ${highest}`
  return `expected ${length ?? `${shortest} to ${longest}`} digits${range}`
}
