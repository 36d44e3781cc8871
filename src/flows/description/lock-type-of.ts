import type { LockType } from '../../core/action'
import { lockTypes, radioOf } from '../../core/supports-lock-type'
import type { DpSchema } from '../../data-points/dp-schema'

/** What the sources report about the type of a lock. */
export interface TypeEvidence {
  /** Data points of the lock; absent if none are known. */
  readonly schema?: Pick<DpSchema, 'idOf'> | undefined
  readonly isBehindGateway?: boolean | undefined
  /** Such as ms or mk. */
  readonly category?: string | undefined
  /** The radios of the product, as bits; absent or 0 if they are not known. */
  readonly capability?: number | undefined
}

/** Data points 70 and 71 of the vendor's firmware header, of Bluetooth locks only. */
const bluetoothCodes = ['check_code_set', 'ble_unlock_check']
/** Data point 9, with which a lock asks to be unlocked; the Bluetooth header has none. */
const REQUEST = 'unlock_request'
const behindGateways: readonly LockType[] = ['zigbee', 'ble-gateway']

/**
 * The categories of the vendor's page "Standard Status Set" (Kb0o2xhlkxbet) that name a type: keep-alive, access control,
 * video intercom, audio and video. `ms`, `jtmspro` and others are locks of any radio.
 */
const categories: ReadonlyMap<string | undefined, LockType> = /*#__PURE__*/ new Map([
  ['jtmsbh', 'wifi-keepalive'],
  ['mk', 'access-control'],
  ['videolock', 'wifi-video'],
  ['photolock', 'wifi-video'],
])

/** Bits of `capability` by radio (vendor page `SmartDeviceModel.getDevInfo`). A Wi-Fi lock may have Bluetooth for pairing. */
const bits: ReadonlyMap<LockType, number> = /*#__PURE__*/ new Map([
  ['wifi', 1],
  ['access-control', 1],
  ['ble', 1 << 10],
  ['zigbee', 1 << 12],
])

/** The types that a lock can have by this evidence; none if the evidence contradicts itself. */
export const possibleTypes = ({
  schema,
  isBehindGateway = false,
  category,
  capability = 0,
}: TypeEvidence): readonly LockType[] => {
  const has = (code: string) => schema?.idOf(code) !== undefined
  const isBluetooth = bluetoothCodes.some(has)
  // Neither, or both: not known.
  const isRadioKnown = isBluetooth !== has(REQUEST)
  const named = categories.get(category)
  const hasRadio = (type: LockType) => {
    const bit = bits.get(radioOf(type))
    return capability === 0 || bit === undefined || (capability & bit) !== 0
  }
  return (lockTypes as readonly LockType[]).filter(
    (type) =>
      type !== 'any' &&
      (named === undefined || type === named) &&
      hasRadio(type) &&
      (!isRadioKnown || (radioOf(type) === 'ble') === isBluetooth) &&
      // The cloud may leave the gateway out.
      (!isBehindGateway || behindGateways.includes(type)),
  )
}
