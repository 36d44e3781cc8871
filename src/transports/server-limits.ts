import type { LockType } from '../core/action'
import { type Check, expects, isObject, optional } from '../core/options/check'
import type { CarriedAction, Transport } from '../core/transport/transport'

/**
 * What a server has less than the vendor: the lock types for which it has an action. An empty list: it does not have the
 * action at all. An action that is not named has the lock types of the vendor.
 *
 * @example
 * ```ts
 * const limits: ServerLimits = { 'doorLock.loglatest': [], 'doorLock.listUsers': ['wifi-video'] }
 * const limited = fetchTransport({ url: 'https://door.example/', limits })
 * ```
 */
export type ServerLimits = Readonly<Record<string, readonly LockType[]>>

/**
 * What `lockpanel/gateway` has less than the vendor, because no known route of the open API carries it. Pass it as `limits` to
 * the transport of a panel that calls a gateway.
 *
 * @example
 * ```ts
 * const overGateway = fetchTransport({ url: 'https://gateway.example/', limits: gatewayLimits })
 * const gatewayPanel = createPanel({ actions: allActions, transport: overGateway })
 * const isShareable = lock(gatewayPanel, frontDoor.deviceId, {}).supports('doorLock.createPermissionSharing') // false
 * ```
 */
export const gatewayLimits: ServerLimits = {
  'device.pairingAuthKey': [],
  'doorLock.bleOpenInstruction': [],
  'doorLock.cancelPermissionSharing': [],
  'doorLock.confirmPermissionSharing': [],
  'doorLock.createPermissionSharing': [],
  'doorLock.getIssuedConfig': [],
  'doorLock.loglatest': [],
  'doorLock.operateRecords': [],
  'doorLock.removalInvalidTempPasswords': [],
  'doorLock.unlockInstruction': [],
  'doorLock.verifyPermissionSharing': [],
  // They list the devices of an account or of the project, which no role on a lock permits.
  'GET /v1.0/iot-01/associated-users/devices': [],
  'GET /v1.0/smart-lock/users/{uid}/devices': [],
  'GET /v1.0/users/{uid}/devices': [],
  // The route needs a new PIN, which Bluetooth locks do not take.
  'doorLock.modifyTemporaryPassword': ['wifi', 'zigbee', 'access-control'],
  // For other types, the routes list users without their ids.
  'doorLock.listUsers': ['wifi-keepalive', 'wifi-video', 'access-control'],
  'doorLock.getSyncableOpmodeTypes': ['ble-gateway'],
  'doorLock.remoteUnlocks': ['wifi', 'zigbee', 'ble'],
  'doorLock.remoteUnlockConfig': ['wifi', 'zigbee', 'ble'],
}

/** The check of the option `families`. */
export const isFamilies: Check = /*#__PURE__*/ optional(
  /*#__PURE__*/ expects(
    "a list of 'mini-program', 'open-api' or both",
    (families: unknown) =>
      Array.isArray(families) &&
      families.length > 0 &&
      families.every((family) => family === 'mini-program' || family === 'open-api'),
  ),
)

/** The actions that a server does not have for any lock. */
export const lackingIn = (limits: ServerLimits): readonly string[] =>
  Object.keys(limits).filter((name) => limits[name]?.length === 0)

/** The check of the option `limits`. */
export const isServerLimits: Check = /*#__PURE__*/ optional(
  /*#__PURE__*/ expects(
    'an object with a list of lock types for each action, such as gatewayLimits',
    (limits) => isObject(limits) && Object.values(limits).every(Array.isArray),
  ),
)

/** `carried` of a transport whose server has less. */
export const withLimits = (limits: ServerLimits | undefined): Pick<Transport, 'carried'> =>
  limits === undefined
    ? {}
    : {
        carried: <A extends CarriedAction>(action: A) => {
          const locks = Object.keys(limits).includes(action.name) ? limits[action.name] : undefined
          if (locks === undefined) return action
          return locks.length === 0 ? undefined : { ...action, locks, reportedLocks: [] }
        },
      }
