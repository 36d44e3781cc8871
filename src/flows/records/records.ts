import { dpIds } from '../../data-points/dp-ids'
import { instructionsOf } from '../shared/instructions'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { withOwnInputs } from '../shared/own-inputs'
import { checkQuery, type RecordQuery } from './query'
import { createStream, type RecordStream } from './stream'
import { readUnread } from './unread'

/** Reads the records of one lock. */
export interface Records {
  /**
   * The records of the lock, each kind from the richest list that the panel supports. Nothing is sent before the stream is read.
   * Throws a ParamsError, or an UnsupportedError if no list of this lock contains the requested kinds.
   *
   * @example
   * ```ts
   * const stream = frontDoor.records({ kinds: ['opening'] })
   * const openings = await stream.take(5)
   * ```
   */
  readonly records: (query?: RecordQuery) => RecordStream
  /**
   * Reads how many records are unread: `doorLock.loglatest`, or `tuya.m.device.lock.alarm.unread`, which counts alarms by
   * its name and records by its title. No operation marks a record as read. `undefined` if the cloud does not return it.
   *
   * @example
   * ```ts
   * const count = await frontDoor.unreadRecords()
   * ```
   */
  readonly unreadRecords: () => Promise<number | undefined>
}

/**
 * The records flow of one lock.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi', clock } as const
 * const latest = await records(panel, seed.locks.frontDoor.id, options).records().take(3)
 * ```
 */
export const records = (panel: PanelOfLock, deviceId: string, options: LockOptions): Records => {
  const lock = lockContext(panel, deviceId, options)
  const instructions = instructionsOf(lock)
  const schemaOf = async () => options.schema ?? dpIds(await instructions())
  return withOwnInputs({
    records: (query = {}) => createStream(lock, panel.events$, checkQuery(lock, query), schemaOf),
    unreadRecords: () => readUnread(lock),
  })
}
