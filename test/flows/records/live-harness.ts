import { NEVER, Subject } from 'rxjs'
import { seed } from '../../../simulator'
import type { SdkError } from '../../../src/core/errors/sdk-error'
import type { DpValues } from '../../../src/data-points/data-points'
import type { LockRecord } from '../../../src/flows/records/lock-record'
import type { RecordQuery } from '../../../src/flows/records/query'
import type { RecordStream } from '../../../src/flows/records/stream'
import { type HarnessOptions, START_MS } from '../support/flow-harness'
import { type RecordStage, recordStage } from './record-stage'

const { frontDoor } = seed.locks
/** One source alone, so that requests can be counted. */
export const LOGS: RecordQuery = { sources: ['doorLock.operateRecords'] }

export const stageOf = (more: Partial<HarnessOptions> = {}) =>
  recordStage({ lock: frontDoor, families: ['mini-program'], ...more })

/** A lock that reports what it is told to. */
export const reportingStage = () => {
  const reports$ = new Subject<DpValues>()
  const dataPoints = { send: () => NEVER, reports$ }
  const stage = recordStage({ lock: frontDoor, families: ['mini-program'] }, { dataPoints })
  return { ...stage, reports$ }
}

/** Listens, and keeps what it is told. */
export const listenTo = (stream: RecordStream) => {
  const told: LockRecord[] = []
  const failures: SdkError[] = []
  const listening = stream.live$.subscribe((record) => told.push(record))
  const failing = stream.failures$.subscribe((error) => failures.push(error))
  return {
    told,
    failures,
    stop: () => {
      listening.unsubscribe()
      failing.unsubscribe()
    },
  }
}

/** When requests arrived, in seconds since the start. */
export const arrivals = ({ simulator }: RecordStage): readonly number[] =>
  simulator.requests.map(({ at }) => (at - START_MS) / 1000)
