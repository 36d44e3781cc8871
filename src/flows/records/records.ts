import { dpSchema } from '../../data-points/dp-schema'
import { instructionsOf } from '../shared/instructions'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { checkQuery, type RecordQuery } from './query'
import { createStream, type RecordStream } from './stream'

export interface Records {
  /**
   * What happened at the lock, merged over every list that the panel has of it. Nothing is sent before the stream is
   * read. Throws a ParamsError, or an UnsupportedError where nothing tells what is wanted of this lock.
   */
  readonly records: (query?: RecordQuery) => RecordStream
}

export const records = (panel: PanelOfLock, deviceId: string, options: LockOptions): Records => {
  const lock = lockContext(panel, deviceId, options)
  const instructions = instructionsOf(lock)
  const schemaOf = async () => options.schema ?? dpSchema(await instructions())
  return {
    records: (query = {}) => createStream(lock, panel.events$, checkQuery(lock, query), schemaOf),
  }
}
