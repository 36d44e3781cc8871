import { type Check, expects, optional } from '../core/options/check'
import type { Transport } from '../core/transport/transport'

/**
 * The actions of the mini-program family that no known route of the open API carries, so that `lockpanel/gateway` refuses
 * them. Pass them as `lacks` to the transport of a panel that calls a gateway.
 *
 * @example
 * ```ts
 * const overGateway = fetchTransport({ url: 'https://gateway.example/', lacks: actionsWithoutRoute })
 * const gatewayPanel = createPanel({ actions: allActions, transport: overGateway })
 * const isShareable = lock(gatewayPanel, frontDoor.deviceId, {}).supports('doorLock.createPermissionSharing') // false
 * ```
 */
export const actionsWithoutRoute: readonly string[] = [
  'device.pairingAuthKey',
  'doorLock.bleOpenInstruction',
  'doorLock.cancelPermissionSharing',
  'doorLock.confirmPermissionSharing',
  'doorLock.createPermissionSharing',
  'doorLock.getIssuedConfig',
  'doorLock.loglatest',
  'doorLock.operateRecords',
  'doorLock.removalInvalidTempPasswords',
  'doorLock.unlockInstruction',
  'doorLock.verifyPermissionSharing',
]

/** The check of the option `lacks`. */
export const isActionList: Check = /*#__PURE__*/ optional(
  /*#__PURE__*/ expects(
    'a list of names of actions',
    (names: readonly unknown[]) =>
      Array.isArray(names) && names.every((name) => typeof name === 'string'),
  ),
)

/** `carries` of a transport whose server lacks some actions. */
export const carriesAllBut = (names: readonly string[] | undefined): Pick<Transport, 'carries'> =>
  names === undefined ? {} : { carries: ({ name }) => !names.includes(name) }
