import type { Cloud } from '../cloud'
import type { JournalEntry } from '../journal'
import type { Lock } from './lock'
import { reportedValue } from './report'

export const MOTOR = 'lock_motor_state'

type BoltCommand = 'unlock' | 'lock' | 'automatic-lock'

/** Executes data point commands at the lock, and records them as one. */
export const recordControl = (
  cloud: Cloud,
  lock: Lock,
  command: 'control' | 'unlock' | 'lock',
  entry: Pick<JournalEntry, 'action' | 'detail'>,
  execute: () => void,
): void => {
  if (command === 'control') {
    cloud.record({ deviceId: lock.id, command, reached: 'lock', ...entry })
    execute()
  } else recordBolt(cloud, lock, { ...entry, command }, execute)
}

/** Executes a command about the bolt at the lock, and records whether the bolt moved. */
export const recordBolt = <T>(
  cloud: Cloud,
  lock: Lock,
  { command, ...entry }: Pick<JournalEntry, 'action' | 'detail'> & { command: BoltCommand },
  execute: () => T,
): T => {
  const before = reportedValue(lock, MOTOR)
  const result = execute()
  const moved = reportedValue(lock, MOTOR) !== before
  cloud.record({ deviceId: lock.id, command, reached: 'lock', moved, ...entry })
  return result
}
