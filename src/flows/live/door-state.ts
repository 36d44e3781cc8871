import type { DpRoute } from '../../data-points/data-points'
import type { LockRecord } from '../records/lock-record'

/**
 * Where a value comes from: a report of the lock, the host of the panel, the status in the cloud, or a list of records.
 */
export type DoorSource = 'data-points' | 'host' | 'cloud' | 'records'

/** One value of the lock. */
export interface Reading<T> {
  /** The value itself. */
  readonly value: T
  /**
   * When the value was true, milliseconds since 1970 by the clock of the panel: when a report arrived; when the lock last
   * reported, if the cloud returns that; else when the read began. 0 for a report of unknown age that the host repeated.
   */
  readonly atMs: number
  /** Where the value comes from. */
  readonly source: DoorSource
}

/** As the lock reports it: a percentage, or a level in its own words, such as `low`. */
export type Battery =
  | {
      /** The charge, from 0 to 100. */
      readonly percent: number
    }
  | {
      /** The charge in the words of the lock, such as `high` or `low`. */
      readonly level: string
    }

/** The values that a lock can have; absent ones are unknown. */
export interface DoorValues {
  /** Whether the cloud reaches the lock. */
  readonly online: boolean
  /** No source of the cloud reports it; a host may. */
  readonly asleep: boolean
  /** How the lock is reached; unknown while it is offline. */
  readonly via: DpRoute
  /** Whether the bolt is locked. */
  readonly bolt: 'locked' | 'unlocked'
  /** Whether the door is open. */
  readonly door: 'open' | 'closed'
  /** The charge of the battery. */
  readonly battery: Battery
  /** `null`: the lists were read, and have no record. */
  readonly lastRecord: LockRecord | null
}

/** The values of a lock, each with its time and its source. */
export type Readings = { readonly [Name in keyof DoorValues]?: Reading<DoorValues[Name]> }

/** The present state of a lock: a plain object, new for each change. A value that is absent is unknown. */
export interface DoorState extends Readings {
  /** The sources whose last read failed: what only they report may be unknown or old. */
  readonly unread: readonly DoorSource[]
}
