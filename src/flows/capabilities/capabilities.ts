import type { Action, LockType } from '../../core/action'
import { callArguments, callOptionsOf } from '../../core/call-arguments'
import { isObject } from '../../core/options/check'
import type { CallOptions } from '../../core/pipeline/call'
import { dpIds } from '../../data-points/dp-ids'
import type { DpSchema } from '../../data-points/dp-schema'
import { instructionsOf } from '../shared/instructions'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { type OpeningMethod, openingCodes, standardCode, unlockCodes } from '../shared/unlock-codes'
import { type Abilities, abilitiesOf } from './abilities'

/** What a panel supports for one lock. */
export interface LockCapabilities {
  /** The lock type that the lock was created with. */
  readonly type: LockType
  /**
   * Which flows this lock object can run, by lock type, panel, options, and data points if known. An enrolment over data
   * points needs the `lockUserId` of the request if the panel does not support `doorLock.getUser`. `methods` lists the
   * method kinds of the lock.
   */
  readonly can: Abilities['can']
  /**
   * Why a flow cannot run, for each that `can` denies: one entry for each channel, the operations, options and data points
   * that it lacks. One complete channel is enough.
   */
  readonly missing: Abilities['missing']
  /**
   * The data points for unlocking, with their ids on this lock. Empty if neither the cloud nor the option `schema` has them.
   */
  readonly dataPoints: readonly LockDataPoint[]
  /** The unlocking methods of these data points. */
  readonly methods: readonly OpeningMethod[]
  /** The same ids, for `tyDataPoints`. */
  readonly schema?: DpSchema
}

/** A data point of one lock. */
export interface LockDataPoint {
  /** The standard code, such as `unlock_fingerprint`. */
  readonly code: string
  /** The id on this lock, which differs between locks. */
  readonly id: number
}

/** Reports what a panel supports for one lock. */
export interface Capabilities<P extends PanelOfLock = PanelOfLock> {
  /**
   * Whether the panel and the lock type support an operation. Sends nothing.
   *
   * @example
   * ```ts
   * const hasDynamicPassword = frontDoor.supports('doorLock.getDynamicPassword')
   * ```
   */
  readonly supports: (action: string) => boolean
  /**
   * Reads the data points of the lock from the cloud once, if the panel supports that. Fails with an SdkError if the read
   * fails, and reads again on the next call.
   *
   * @example
   * ```ts
   * const { can, missing, methods } = await frontDoor.capabilities()
   * ```
   */
  readonly capabilities: () => Promise<LockCapabilities>
  /**
   * The panel's `apiRequest` for this lock. An operation that the lock type does not support fails with an UnsupportedError
   * before anything is sent, and a panel API is sent in the version for the lock type.
   *
   * @example
   * ```ts
   * const status = await frontDoor.apiRequest('device.status', { device_id: frontDoor.deviceId })
   * ```
   */
  readonly apiRequest: P['apiRequest']
}

/**
 * The capabilities flow of one lock.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi', clock } as const
 * const { supports } = capabilities(panel, seed.locks.frontDoor.id, options)
 * ```
 */
export const capabilities = <P extends PanelOfLock>(
  panel: P,
  deviceId: string,
  options: LockOptions,
): Capabilities<P> => {
  const lock = lockContext(panel, deviceId, options)
  const instructions = instructionsOf(lock)
  const call = lock.call as (
    name: unknown,
    params: unknown,
    callOptions: CallOptions | undefined,
  ) => Promise<unknown>

  /** Also accepts the vendor's object form, like a panel. */
  const apiRequest = (
    nameOrForm: unknown,
    ...given: readonly [params?: unknown, options?: unknown]
  ): Promise<unknown> => {
    const [name, params, callOptions] = callArguments(nameOrForm, given)
    return call(
      name,
      withDevice(panel.find(name as string), deviceId, params),
      callOptionsOf(callOptions),
    )
  }
  return {
    supports: lock.supports,
    capabilities: async () => {
      const rows = await instructions()
      const schema = options.schema ?? (rows.length > 0 ? dpIds(rows) : undefined)
      const dataPoints =
        rows.length > 0
          ? rows.map(({ dp_code: code, dp_id: id }) => ({ code, id }))
          : openingPoints(schema)
      const methods = methodsOf(dataPoints)
      return {
        type: lock.options.type,
        ...abilitiesOf(lock, { schema, methods }),
        dataPoints,
        methods,
        ...(schema !== undefined && { schema }),
      }
    },
    apiRequest: apiRequest as unknown as P['apiRequest'],
  }
}

/** The app adds the device of its panel to a call without one, and that may be another lock. */
const withDevice = (action: Action | undefined, devId: string, params: unknown = {}): unknown => {
  try {
    return action?.family === 'panel' && isObject(params) && isMissing(params.devId)
      ? { ...params, devId }
      : params
  } catch {
    // The panel reports a getter that throws.
    return params
  }
}

const isMissing = (value: unknown): boolean => value === undefined || value === null || value === ''

const openingPoints = (schema: DpSchema | undefined): readonly LockDataPoint[] => {
  const points: LockDataPoint[] = []
  for (const code of openingCodes()) {
    const id = schema?.idOf(code)
    if (id !== undefined) points.push({ code, id: Number(id) })
  }
  return points
}

const methodsOf = (dataPoints: readonly LockDataPoint[]): readonly OpeningMethod[] => {
  const methods = new Set<OpeningMethod>()
  for (const { code } of dataPoints) {
    const method = unlockCodes[standardCode(code)]
    if (method !== undefined) methods.add(method)
  }
  return [...methods]
}
