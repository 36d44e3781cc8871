import type { SchedulerLike, Subject } from 'rxjs'
import type { LockReport } from './hardware/lock-report'
import type { JournalEntry } from './journal'
import type { UnlockMethodStatus } from './push'
import type { Lock } from './world/lock'
import type { World } from './world/world'

/** What an operation has at hand. */
export interface Cloud {
  readonly world: World
  /** Names the project in every request to a route. */
  readonly clientId: string
  /** The secret of the project: it signs requests to routes, and encrypts the key of every ticket. */
  readonly accessKey: string
  /** How long the cloud waits before it lets a lock be synchronised again. */
  readonly syncIntervalMs: number
  readonly random: () => number
  /** Milliseconds since 1970. */
  now(): number
  /** Runs what a lock does by and by. */
  readonly scheduler: SchedulerLike
  /** What the locks tell whoever listens, as it happens. */
  readonly reports$: Subject<LockReport>
  /** Puts a message about a lock into the queue of the project. */
  push(lock: Lock, status: UnlockMethodStatus): void
  /** Writes down an order that is carried out now. */
  record(order: Omit<JournalEntry, 'at'>): void
}
