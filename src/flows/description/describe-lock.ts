import type { LockType } from '../../core/action'
import type { Clock } from '../../core/clock'
import { LockError } from '../../core/errors/lock-error'
import { type ChecksOf, checkedOptions, expects, optional } from '../../core/options/check'
import { hasMethods } from '../../core/options/checks'
import type { PinDigits } from '../../crypto/pin-rule'
import { dpIds } from '../../data-points/dp-ids'
import { dpSchema, type TypedDpSchema } from '../../data-points/dp-schema'
import { lockContext } from '../shared/lock-context'
import type { PanelOfLock } from '../shared/lock-options'
import { dataPointsInCloud, deviceInCloud } from './cloud-evidence'
import { digitsOf, isPanelConfig, type PanelConfigLike } from './digits-of'
import { type DescribingHost, hostEvidence } from './host-evidence'
import { possibleTypes } from './lock-type-of'

/**
 * Options of `describeLock`.
 *
 * @example
 * ```ts
 * const options: DescribeLockOptions = { among: ['wifi', 'ble'], clock }
 * const described = await describeLock(panel, seed.locks.frontDoor.id, options)
 * ```
 */
export interface DescribeLockOptions {
  /** `ty` or `TYSdk`, for the device info of the lock. */
  readonly host?: DescribingHost
  /** The lock types that your products have: the sources alone do not distinguish all types. @default all */
  readonly among?: readonly LockType[]
  /** `usePanelConfig()` of `@ray-js/panel-sdk`, for the digits of PINs. */
  readonly panelConfig?: PanelConfigLike
  /** The clock of the reads. @default real time */
  readonly clock?: Clock
}

/** Options of `lock` that can be read. */
export interface LockDescription {
  /** The only type that the sources and `among` allow. */
  readonly type: LockType
  /** Absent if no source has all data points. What could not be read stands in `drift`. */
  readonly schema?: TypedDpSchema
  /**
   * Absent if `panelConfig` does not have them. `length` is the shortest that the vendor's panel accepts for a reduced keypad;
   * set another one for longer PINs.
   */
  readonly digits?: PinDigits
}

/** The `reason` of a `LockError` of `describeLock`: more than one type remains, or none. */
export type DescriptionFailure = 'type-unknown'

const origin = { action: 'describeLock' }

const checks: ChecksOf<DescribeLockOptions> = {
  host: /*#__PURE__*/ optional(
    /*#__PURE__*/ expects('ty or TYSdk', (host: { device?: unknown }) => host.device),
  ),
  among: /*#__PURE__*/ optional(/*#__PURE__*/ expects('a list of lock types', Array.isArray)),
  panelConfig: /*#__PURE__*/ optional(isPanelConfig),
  clock: /*#__PURE__*/ optional(
    /*#__PURE__*/ hasMethods('a clock with `now` and `schedule`', 'now', 'schedule'),
  ),
}

/**
 * Reads the type, the data points and the digits of PINs of a lock, so that an app need not know them. The result is part of
 * the options of `lock`. Reads the device info of the host, and in the cloud the row of the device and the thing model or the
 * instructions, where the panel has them.
 *
 * Fails with a LockError of the reason `type-unknown` if more than one type remains or the sources contradict each other: it
 * is not guessed. Fails with a ParamsError for a keypad in `panelConfig` that cannot be read.
 *
 * @example
 * ```ts
 * const described = await describeLock(panel, seed.locks.frontDoor.id, { among: ['wifi', 'ble'], clock })
 * const door = lock(panel, seed.locks.frontDoor.id, { ...described, clock })
 * ```
 */
export const describeLock = async (
  panel: PanelOfLock,
  deviceId: string,
  options: DescribeLockOptions = {},
): Promise<LockDescription> => {
  const { host, among, panelConfig, clock } = checkedOptions(origin.action, options, checks)
  const context = lockContext(panel, deviceId, {
    type: 'any',
    ...(clock !== undefined && { clock }),
  })
  const [shown, device] = await Promise.all([
    host === undefined ? dataPointsInCloud(context) : hostEvidence(context, host, origin),
    deviceInCloud(context),
  ])
  const { rows, someRows = [] } = shown
  const schema = rows.length > 0 ? dpSchema(rows) : undefined
  const possible = possibleTypes({
    schema: schema ?? dpIds(someRows),
    isBehindGateway: shown.isBehindGateway || device.isBehindGateway,
    category: shown.category || device.category,
    capability: shown.capability,
  })
  const digits = digitsOf(panelConfig)
  return {
    type: onlyType(possible, among),
    ...(schema !== undefined && { schema }),
    ...(digits !== undefined && { digits }),
  }
}

const onlyType = (
  possible: readonly LockType[],
  among: readonly LockType[] = possible,
): LockType => {
  const remaining = possible.filter((type) => among.includes(type))
  const [type] = remaining
  if (type !== undefined && remaining.length === 1) return type
  throw new LockError<DescriptionFailure>(origin, 'type-unknown', adviceFor(possible, remaining))
}

const adviceFor = (possible: readonly LockType[], remaining: readonly LockType[]): string => {
  if (possible.length === 0)
    return 'The category, the radio, the gateway and the data points of the lock contradict each other. Pass the type to lock().'
  return remaining.length === 0
    ? 'The lock has none of the types in `among`. Add its type.'
    : `The lock can be of type ${remaining.join(', ')}. Name the types of your products in \`among\`, or pass the type to lock().`
}
