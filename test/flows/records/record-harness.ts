import type { LogEntry } from '../../../simulator'
import { dpSchema } from '../../../src/data-points/dp-schema'
import type { LockRecord } from '../../../src/flows/records/lock-record'
import type { RecordQuery } from '../../../src/flows/records/query'
import { records } from '../../../src/flows/records/records'
import type { RecordStream } from '../../../src/flows/records/stream'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { createHarness, type FlowHarness, type HarnessOptions } from '../support/flow-harness'
import { settle } from '../support/settle'

export interface RecordStage extends FlowHarness {
  readonly read: (query?: RecordQuery) => RecordStream
  /** Writes down what happened at the lock. */
  readonly log: (entry: Partial<LogEntry>) => LogEntry
  /** All that a stream gives, on a clock that is moved on for it. */
  readonly all: (query?: RecordQuery) => Promise<readonly LockRecord[]>
}

const FIRST_ID = 700_000_000

export const recordStage = (
  wanted: HarnessOptions,
  more: Partial<LockOptions> = {},
): RecordStage => {
  const stage = createHarness(wanted)
  const { simulator, lock, panel, deviceId, clock } = stage
  const options = {
    ...stage.options,
    ...more,
    ...(wanted.families.every((family) => family === 'panel') && {
      schema: dpSchema(Object.entries(lock.dpIds).map(([code, id]) => ({ code, id }))),
    }),
  }
  const { records: read } = records(panel, deviceId, options)
  let logged = 0
  return {
    ...stage,
    options,
    read,
    log: (entry) => {
      const written = {
        id: String(FIRST_ID + logged++),
        lockId: lock.id,
        timeMs: clock.now(),
        category: 'unlock_record',
        type: 'unlock_fingerprint',
        value: '1',
        unread: true,
        ...entry,
      } as const
      simulator.world.log.push(written)
      return written
    },
    all: (query) => settle(clock, read(query).take(10_000)),
  }
}

/** Enough of a record to tell it from any other. */
export const short = ({ atMs, kind, method, alarm, code, userName }: LockRecord): string =>
  [atMs, kind, method ?? alarm ?? code, userName].filter((word) => word !== undefined).join(' ')
