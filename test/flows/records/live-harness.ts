import { NEVER, Subject } from 'rxjs'
import { seed } from '../../../simulator'
import type { SdkError } from '../../../src/core/errors/sdk-error'
import type { DpValues } from '../../../src/data-points/data-points'
import type { LockRecord } from '../../../src/flows/records/lock-record'
import type { RecordQuery } from '../../../src/flows/records/query'
import type { RecordStream } from '../../../src/flows/records/stream'
import { type HarnessOptions, START_MS } from '../support/flow-harness'
import { type RecordHarness, recordHarness } from './record-harness'

const { frontDoor } = seed.locks
/** Only one source, so that the requests can be counted. */
export const LOGS: RecordQuery = { sources: ['doorLock.operateRecords'] }

export const harnessOf = (more: Partial<HarnessOptions> = {}) =>
  recordHarness({ lock: frontDoor, families: ['mini-program'], ...more })

/** A lock whose reports the test emits. */
export const reportingHarness = () => {
  const reports$ = new Subject<DpValues>()
  const dataPoints = { send: () => NEVER, reports$ }
  const harness = recordHarness({ lock: frontDoor, families: ['mini-program'] }, { dataPoints })
  return { ...harness, reports$ }
}

/** Subscribes, and collects the records and the errors. */
export const observe = (stream: RecordStream) => {
  const received: LockRecord[] = []
  const failures: SdkError[] = []
  const records = stream.live$.subscribe((record) => received.push(record))
  const errors = stream.failures$.subscribe((error) => failures.push(error))
  return {
    received,
    failures,
    stop: () => {
      records.unsubscribe()
      errors.unsubscribe()
    },
  }
}

/** The times of the requests, in seconds since the start. */
export const arrivals = ({ simulator }: RecordHarness): readonly number[] =>
  simulator.requests.map(({ at }) => (at - START_MS) / 1000)
