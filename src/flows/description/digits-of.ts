import { type Check, expects, isObject } from '../../core/options/check'
import type { PinDigits } from '../../crypto/pin-rule'

/** What `usePanelConfig()` of `@ray-js/panel-sdk` returns; `fun.digitalBase` and `fun.isHideZero` are read. */
export interface PanelConfigLike {
  /** The functions of the panel, with the keypad of the lock. */
  readonly fun?: object | undefined
}

/** The shortest PIN by the number of keys in the vendor's panel template, which accepts longer ones, too. */
const shortest: Readonly<Record<number, number | undefined>> = {
  4: 8,
  5: 8,
  6: 8,
  7: 8,
  8: 7,
  9: 7,
}
const MIN_KEYS = 4
const MAX_KEYS = 10

interface Keypad {
  readonly digitalBase?: unknown
  readonly isHideZero?: unknown
}

const keypadOf = (config: unknown): Keypad => {
  const { fun } = (config ?? {}) as PanelConfigLike
  return fun ?? {}
}

/** The configuration may have numbers as text. */
const keysOf = ({ digitalBase }: Keypad): number => Number(digitalBase ?? MAX_KEYS)

/** Refuses a keypad that cannot be read: PINs for another keypad cannot be typed. */
export const isPanelConfig: Check = (config, path) => {
  if (!isObject(config)) return [{ path, message: 'expected the object of usePanelConfig()' }]
  const keypad = keypadOf(config)
  return [
    ...isKeyCount(keysOf(keypad), `${path}.fun.digitalBase`),
    ...isSwitch(keypad.isHideZero, `${path}.fun.isHideZero`),
  ]
}

const isKeyCount = /*#__PURE__*/ expects(
  `a whole number from ${MIN_KEYS} to ${MAX_KEYS}`,
  (keys: number) => Number.isInteger(keys) && keys >= MIN_KEYS && keys <= MAX_KEYS,
)

const isSwitch = /*#__PURE__*/ expects(
  'true or false',
  (value: unknown) => value === undefined || value === null || typeof value === 'boolean',
)

/**
 * The PINs of a checked panel configuration. `digitalBase` counts the keys: 0 to one below it, or 1 to itself without a 0.
 * Undefined without a keypad in the configuration: the vendor's panel then assumes ten keys.
 */
export const digitsOf = (config: PanelConfigLike | undefined): PinDigits | undefined => {
  const keypad = keypadOf(config)
  if (keypad.digitalBase == null && keypad.isHideZero == null) return undefined
  const keys = keysOf(keypad)
  const zero = keypad.isHideZero !== true
  const length = shortest[keys]
  return {
    base: zero ? keys : Math.min(keys + 1, MAX_KEYS),
    zero,
    ...(length !== undefined && { length }),
  }
}
