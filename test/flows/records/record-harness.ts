import type { LogEntry } from '../../../simulator'
import { dpSchema } from '../../../src/data-points/dp-schema'
import type { LockRecord } from '../../../src/flows/records/lock-record'
import type { RecordQuery } from '../../../src/flows/records/query'
import { type Records, records } from '../../../src/flows/records/records'
import type { RecordStream } from '../../../src/flows/records/stream'
import type { LockOptions } from '../../../src/flows/shared/lock-options'
import { createHarness, type FlowHarness, type HarnessOptions } from '../support/flow-harness'
import { settle } from '../support/settle'

export interface RecordHarness extends FlowHarness {
  readonly read: (query?: RecordQuery) => RecordStream
  readonly unreadRecords: Records['unreadRecords']
  /** Adds an entry to the log of the lock. */
  readonly log: (entry: Partial<LogEntry>) => LogEntry
  /** All records of a stream; advances the clock while it reads. */
  readonly all: (query?: RecordQuery) => Promise<readonly LockRecord[]>
}

const FIRST_ID = 700_000_000

export const recordHarness = (
  harnessOptions: HarnessOptions,
  more: Partial<LockOptions> = {},
): RecordHarness => {
  const harness = createHarness(harnessOptions)
  const { simulator, lock, panel, deviceId, clock } = harness
  const options = {
    ...harness.options,
    ...(harnessOptions.families.every((family) => family === 'panel') && {
      schema: dpSchema(Object.entries(lock.dpIds).map(([code, id]) => ({ code, id }))),
    }),
    ...more,
  }
  const { records: read, unreadRecords } = records(panel, deviceId, options)
  let entryCount = 0
  return {
    ...harness,
    options,
    read,
    unreadRecords,
    log: (entry) => {
      const complete = {
        id: String(FIRST_ID + entryCount++),
        lockId: lock.id,
        timeMs: clock.now(),
        category: 'unlock_record',
        type: 'unlock_fingerprint',
        value: '1',
        unread: true,
        ...entry,
      } as const
      simulator.world.log.push(complete)
      return complete
    },
    all: (query) => settle(clock, read(query).take(10_000)),
  }
}

/** The fields that distinguish a record from the others of a test. */
export const short = ({ atMs, kind, method, alarm, code, userName }: LockRecord): string =>
  [atMs, kind, method ?? alarm ?? code, userName].filter((field) => field !== undefined).join(' ')
