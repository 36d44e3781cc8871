import type { LockType } from '../../core/action'
import type { CallOptions } from '../../core/pipeline/call'
import { type DpSchema, dpSchema } from '../../data-points/dp-schema'
import { instructionsOf } from '../shared/instructions'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { type OpeningMethod, standardCode, unlockCodes } from '../shared/unlock-codes'
import { type Ability, abilitiesOf } from './abilities'

/** What a panel can do with one lock. */
export interface LockCapabilities {
  readonly type: LockType
  /**
   * Which flows this lock object can run: by the type of the lock, by the panel, by what it was made with, and by the data
   * points where they tell. An enrolment over data points wants the `lockUserId` of the request where the panel has no
   * `doorLock.getUser`. Which kinds the lock takes in, `methods` tells.
   */
  readonly can: Readonly<Record<Ability, boolean>>
  /**
   * The data points by which the lock can be opened, and its own ids of them. Empty where neither the cloud nor the
   * `schema` of the lock tells them.
   */
  readonly dataPoints: readonly LockDataPoint[]
  /** How it can be opened, by these data points. */
  readonly methods: readonly OpeningMethod[]
  /** The same ids, for `tyDataPoints`. */
  readonly schema?: DpSchema
}

export interface LockDataPoint {
  readonly code: string
  readonly id: number
}

export interface Capabilities<P extends PanelOfLock = PanelOfLock> {
  /** The panel can send this operation, and locks of this type have it. Sends nothing, and asks no lock. */
  readonly supports: (action: string) => boolean
  /**
   * Asks the cloud once for the data points of the lock, where the panel can. Fails with an SdkError where that fails,
   * `can` with it, and asks anew the next time.
   */
  readonly capabilities: () => Promise<LockCapabilities>
  /**
   * The `apiRequest` of the panel, for this lock: an operation that locks of its type do not have fails with an
   * UnsupportedError and never leaves, and a panel API goes in the version of the type.
   */
  readonly apiRequest: P['apiRequest']
}

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

  const apiRequest = (given: unknown, ...args: readonly unknown[]): Promise<unknown> => {
    // The vendor's object form, as panels take it.
    const [name, params, callOptions] =
      typeof given === 'object' && given !== null
        ? [...entriesOf(given), ...args]
        : [given, ...args]
    return call(name, params, callOptions as CallOptions | undefined)
  }
  return {
    supports: lock.supports,
    capabilities: async () => {
      const rows = await instructions()
      const schema = options.schema ?? (rows.length > 0 ? dpSchema(rows) : undefined)
      const dataPoints =
        rows.length > 0
          ? rows.map(({ dp_code: code, dp_id: id }) => ({ code, id }))
          : openingPoints(schema)
      const methods = methodsOf(dataPoints)
      return {
        type: options.type,
        can: abilitiesOf(lock, { schema, methods }),
        dataPoints,
        methods,
        ...(schema !== undefined && { schema }),
      }
    },
    apiRequest: apiRequest as unknown as P['apiRequest'],
  }
}

const entriesOf = ({
  action,
  params,
}: {
  readonly action?: unknown
  readonly params?: unknown
}) => [action, params]

const openingPoints = (schema: DpSchema | undefined): readonly LockDataPoint[] => {
  const points: LockDataPoint[] = []
  for (const code of Object.keys(unlockCodes)) {
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
