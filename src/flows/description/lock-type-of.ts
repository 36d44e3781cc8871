import type { LockType } from '../../core/action'
import { lockTypes } from '../../core/supports-lock-type'
import type { DpSchema } from '../../data-points/dp-schema'

/** What the sources tell about the type of a lock. */
export interface TypeEvidence {
  /** The data points of the lock; absent if they are not known. */
  readonly schema?: DpSchema | undefined
  /** Behind a gateway. */
  readonly isSub?: boolean | undefined
  readonly hasGatewayId: boolean
}

/** Data points 70 and 71 of the vendor's firmware header, of Bluetooth locks only. */
const bluetoothCodes = ['check_code_set', 'ble_unlock_check']
/** Data point 9, with which a lock asks to be unlocked; the Bluetooth header has none. */
const REQUEST = 'unlock_request'
const bluetooth: readonly LockType[] = ['ble', 'ble-gateway']
const behindGateways: readonly LockType[] = ['zigbee', 'ble-gateway']

/** The types that a lock can have by this evidence. No source tells the kinds of Wi-Fi locks apart. */
export const possibleTypes = ({
  schema,
  isSub = false,
  hasGatewayId,
}: TypeEvidence): readonly LockType[] => {
  const has = (code: string) => schema?.idOf(code) !== undefined
  const isBluetooth = bluetoothCodes.some(has)
  // Neither, or both: not known.
  const isRadioKnown = isBluetooth !== has(REQUEST)
  const isBehindGateway = isSub || hasGatewayId
  return (lockTypes as readonly LockType[]).filter(
    (type) =>
      type !== 'any' &&
      (!isRadioKnown || bluetooth.includes(type) === isBluetooth) &&
      // The cloud may leave the gateway out.
      (!isBehindGateway || behindGateways.includes(type)),
  )
}
