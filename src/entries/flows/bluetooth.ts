export type { BleReason } from '../../flows/bluetooth/ble-error'
export type { BleLink } from '../../flows/bluetooth/ble-link'
export type {
  BleSession,
  BleSessionAttempt,
  BleSessionStep,
  SessionOutcome,
} from '../../flows/bluetooth/ble-session'
export type { BleStep } from '../../flows/bluetooth/ble-step'
export type { BleAttempt, Bluetooth } from '../../flows/bluetooth/bluetooth'
export { bluetooth } from '../../flows/bluetooth/bluetooth'
export type { BleOperation } from '../../flows/bluetooth/fetch-instruction'
export type { BleResult } from '../../flows/bluetooth/move-bolt'
export type {
  WechatBleInstance,
  WechatBleOptions,
  WechatBlePackage,
} from '../../flows/bluetooth/wechat-ble-link'
export { wechatBleLink } from '../../flows/bluetooth/wechat-ble-link'
