import type { SchedulerLike, Subject } from 'rxjs'
import type { JournalEntry } from './journal'
import type { MessageQueue } from './messages/message-queue'
import type { UnlockMethodStatus } from './push'
import type { ListHistory } from './world/list-history'
import type { Lock } from './world/lock'
import type { LockReport } from './world/report'
import type { World } from './world/world'

/** The services of the cloud for operations and locks. */
export interface Cloud {
  readonly world: World
  /** Names the project in every request to a route. */
  readonly clientId: string
  /** The secret of the project: it signs requests to routes, and encrypts the key of every ticket. */
  readonly accessKey: string
  /** How long the cloud waits before it lets a lock be synchronised again. */
  readonly syncIntervalMs: number
  readonly random: () => number
  /** The earlier states of the lists. */
  readonly history: ListHistory
  /** Milliseconds since 1970. */
  now(): number
  /** Schedules the work of a lock. */
  readonly scheduler: SchedulerLike
  /** The reports of the locks, as they happen. */
  readonly reports$: Subject<LockReport>
  /** What the message service delivers. */
  readonly messages: MessageQueue
  /** Adds a message about a lock to the queue of the project. */
  push(lock: Lock, status: UnlockMethodStatus): void
  /** Adds an executed command to the journal. */
  record(entry: Omit<JournalEntry, 'at'>): void
}
