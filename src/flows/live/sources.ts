import type { CallOptions } from '../../core/pipeline/call'
import { recordChannels } from '../records/channels'
import type { RecordStream } from '../records/stream'
import { callHost } from '../shared/call-host'
import { isComplete } from '../shared/channel'
import { DEVICES, readDevice, STATUS } from '../shared/device-status'
import type { LockContext } from '../shared/lock-context'
import type { DoorSource } from './door-state'
import type { Observed } from './merge-values'
import { connectionIn, valuesIn } from './values-in'

/** A source that can be read. */
export interface Source {
  readonly name: DoorSource
  readonly read: (options: CallOptions) => Promise<readonly Observed[]>
}

const origin = { action: 'live' }

/** The sources that this panel has for this lock. */
export const sourcesOf = (context: LockContext, records: () => RecordStream): readonly Source[] => {
  const { supports, options } = context
  const sources: Source[] = []
  if (options.dataPoints?.current !== undefined)
    sources.push({ name: 'host', read: (limits) => readSnapshot(context, limits) })
  if (supports(DEVICES) || supports(STATUS))
    sources.push({ name: 'cloud', read: (limits) => readCloud(context, limits) })
  if (recordChannels.records.some((channel) => isComplete(context, channel)))
    sources.push({ name: 'records', read: (limits) => readLastRecord(context, records(), limits) })
  return sources
}

const readSnapshot = async (
  context: LockContext,
  { signal }: CallOptions,
): Promise<readonly Observed[]> => {
  const { clock, options } = context
  const atMs = clock.now()
  const read = () => options.dataPoints?.current?.() ?? Promise.reject()
  const snapshot = await callHost('the host', read, context, origin, signal)
  const values = { ...connectionIn(snapshot), ...valuesIn(snapshot.dps) }
  return [{ source: 'host', atMs, values }]
}

const readCloud = async (
  context: LockContext,
  limits: CallOptions,
): Promise<readonly Observed[]> => {
  const startMs = context.clock.now()
  const { status, updatedS, online } = await readDevice(context, limits)
  const dps: Record<string, unknown> = {}
  for (const { code, value } of status) dps[code] = value
  const source = 'cloud'
  return [
    { source, values: connectionIn({ online, via: online ? source : undefined }), atMs: startMs },
    updatedS === undefined
      ? { source, values: valuesIn(dps), atMs: startMs, isUndated: true }
      : {
          source,
          values: valuesIn(dps),
          atMs: Math.min(panelTime(context, updatedS * 1_000), startMs),
        },
  ]
}

/** The lists may lag behind a report; then the record before is the last one. */
const readLastRecord = async (
  context: LockContext,
  stream: RecordStream,
  { signal }: CallOptions,
): Promise<readonly Observed[]> => {
  const startMs = context.clock.now()
  const end = () => void stream.return?.()
  signal?.addEventListener('abort', end)
  try {
    const [lastRecord = null] = await stream.take(1)
    const atMs = lastRecord === null ? startMs : panelTime(context, lastRecord.atMs)
    return [{ source: 'records', atMs, values: { lastRecord } }]
  } finally {
    signal?.removeEventListener('abort', end)
  }
}

/** A time of the cloud by the clock of the panel. */
export const panelTime = ({ clock, cloudNow }: LockContext, cloudMs: number): number =>
  cloudMs - (cloudNow() - clock.now())
