import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { DpValues } from '../../data-points/data-points'
import type { DpDefinition } from '../../data-points/dp-definition'
import { callHost } from '../shared/call-host'
import type { LockContext } from '../shared/lock-context'
import { settingsChannels } from './channels'
import { type CloudSource, cloudSources, describeInCloud } from './cloud-source'
import { isSetting } from './setting-names'

/** The settings of one lock, and how they are reached. */
export interface SettingSource {
  readonly definitions: readonly DpDefinition[]
  readonly cloud: CloudSource | undefined
  /** Whether `values` is what the host knows, which does not lag. */
  readonly isHostRead: boolean
  /** The last reported values; empty if nothing can be read. */
  readonly values: (limits: CallOptions) => Promise<DpValues>
}

export const origin = { action: 'settings' }

/** Reads the definitions once; a failure is not cached. */
export const settingSourceOf = (context: LockContext): (() => Promise<SettingSource>) => {
  const { schema, dataPoints } = context.options
  const read = async (): Promise<SettingSource> => {
    const sources = cloudSources(context)
    const typed = schema?.definitions ?? []
    const found =
      typed.length > 0
        ? { cloud: sources[0], definitions: typed }
        : await describeInCloud(sources, {})
    const cloud = found?.cloud
    if (found === undefined || (dataPoints === undefined && cloud === undefined))
      throw unsupported(context)
    const readHost = dataPoints?.current
    return {
      cloud,
      isHostRead: readHost !== undefined,
      // The cloud encodes raw values in another way than the hosts do.
      definitions: found.definitions.filter(
        (definition) => isSetting(definition) && (definition.kind !== 'raw' || dataPoints),
      ),
      values: async (limits) => {
        if (readHost === undefined) return (await cloud?.values(limits)) ?? {}
        const { dps } = await callHost('the host', readHost, context, origin, limits.signal)
        return dps
      },
    }
  }
  let reading: Promise<SettingSource> | undefined
  return () => {
    reading ??= read().catch((error: unknown) => {
      reading = undefined
      throw error
    })
    return reading
  }
}

const unsupported = ({ options: { type } }: LockContext): UnsupportedError =>
  new UnsupportedError(
    origin,
    `the settings of a lock of type ${type} cannot be read on this panel: it needs the option schema with types, from dpSchema of the host's rows, and dataPoints or ${settingsChannels.settings[3].operations[0]}; or a route of the open API that has the schema.`,
  )
