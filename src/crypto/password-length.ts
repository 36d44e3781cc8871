import type { LockType } from '../core/action'

const WIFI_DIGITS = 7
const ZIGBEE_AND_BLE_DIGITS = 6

/** Document 001 gives a length for every kind of lock but access control. */
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

/** How many digits a password has on this kind of lock; `undefined` where no document says. */
export const passwordLength = (lockType: LockType): number | undefined => digits[lockType]

/** True for 6 or 7 digits, the lengths that some kind of lock takes. */
export const isPassword = (password: string): boolean =>
  /^\d+$/.test(password) && Object.values(digits).includes(password.length)
