import type { LockType } from '../core/action'

const WIFI_DIGITS = 7
const ZIGBEE_AND_BLE_DIGITS = 6

/** Document 001 has a length for every lock type except access control. */
const digits: Readonly<Record<LockType, number | undefined>> = {
  wifi: WIFI_DIGITS,
  'wifi-keepalive': WIFI_DIGITS,
  'wifi-video': WIFI_DIGITS,
  'wifi-standard': WIFI_DIGITS,
  zigbee: ZIGBEE_AND_BLE_DIGITS,
  ble: ZIGBEE_AND_BLE_DIGITS,
  'ble-gateway': ZIGBEE_AND_BLE_DIGITS,
  'access-control': undefined,
  any: undefined,
}

/**
 * The number of digits of a password on a lock type; `undefined` if no document has it.
 *
 * @example
 * ```ts
 * const digits = passwordLength('wifi') // 7
 * ```
 */
export const passwordLength = (lockType: LockType): number | undefined => digits[lockType]
