import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { DpValues } from '../../data-points/data-points'
import type { DpDefinition } from '../../data-points/dp-definition'
import { readDefinitions } from '../../data-points/read-definitions'
import { CONTROL } from '../remote-unlock/channels'
import { STATUS } from '../shared/device-status'
import type { ActionName, LockContext } from '../shared/lock-context'
import { MODEL, modelRows } from '../shared/model-rows'
import { ISSUE, PROPERTIES, SPECIFICATIONS } from './channels'
import type { SettingValue } from './setting'

/** One interface of the cloud. */
export interface CloudSource {
  /** Absent if the interface has no schema. */
  readonly describe?: (limits: CallOptions) => Promise<readonly DpDefinition[]>
  readonly values: (limits: CallOptions) => Promise<DpValues>
  /** Resolves with false if the cloud refuses the value. */
  readonly send: (code: string, wire: SettingValue, limits: CallOptions) => Promise<boolean>
  /** The operation that shows whether a command was executed. */
  readonly check: string | undefined
}

/** The newer interface, which has every data point. */
const thing = (context: LockContext): CloudSource => ({
  describe: async (limits) => readDefinitions(await modelRows(context, limits)).definitions,
  values: async (limits) =>
    valuesOf(
      (await context.call(PROPERTIES, { device_id: context.deviceId }, limits)).properties ?? [],
    ),
  send: async (code, wire, limits) => {
    const properties = JSON.stringify({ [code]: wire })
    await context.call(ISSUE, { device_id: context.deviceId, properties }, limits)
    return true
  },
  check: PROPERTIES,
})

/** The standard instruction set: what the lock accepts is `functions`, what it reports is `status`. */
const standard = ({ call, deviceId, sentAs, supports }: LockContext): CloudSource => ({
  ...(supports(SPECIFICATIONS) && {
    describe: async (limits: CallOptions) => {
      const { functions = [], status = [] } = await call(
        SPECIFICATIONS,
        { device_id: deviceId },
        limits,
      )
      const accepted = new Set(functions.map(({ code }) => code))
      const rows = status.map(({ code, type, values }) => ({
        code,
        mode: accepted.has(code) ? 'rw' : 'ro',
        property: { ...values, type },
      }))
      return readDefinitions(rows).definitions
    },
  }),
  values: async (limits) => valuesOf(await call(STATUS, { device_id: deviceId }, limits)),
  send: (code, wire, limits) =>
    call(CONTROL, { device_id: deviceId, commands: [{ code, value: wire }] }, limits),
  check: sentAs(STATUS),
})

/** The interfaces of the cloud that this panel has for this lock. */
export const cloudSources = (context: LockContext): readonly CloudSource[] => {
  const supportsAll = (...names: readonly ActionName[]) => names.every(context.supports)
  return [
    ...(supportsAll(MODEL, PROPERTIES, ISSUE) ? [thing(context)] : []),
    ...(supportsAll(STATUS, CONTROL) ? [standard(context)] : []),
  ]
}

const valuesOf = (
  rows: readonly { readonly code: string; readonly value?: unknown }[],
): DpValues => {
  const values: Record<string, unknown> = {}
  for (const { code, value } of rows) values[code] = value
  return values
}

/** The first interface with a schema that the project may use, and the definitions. */
export const describeInCloud = async (
  sources: readonly CloudSource[],
  limits: CallOptions,
): Promise<
  { readonly cloud: CloudSource; readonly definitions: readonly DpDefinition[] } | undefined
> => {
  const described = sources.filter(({ describe }) => describe !== undefined)
  for (const [at, cloud] of Array.from(described.entries())) {
    try {
      const definitions = (await cloud.describe?.(limits)) ?? []
      // A product may have no thing model.
      if (definitions.length > 0 || at === described.length - 1) return { cloud, definitions }
    } catch (error) {
      // A project without the newer interface is refused.
      const isLast = at === described.length - 1
      if (isLast || !isVendorError(error) || error.class === 'transient') throw error
    }
  }
  return undefined
}
