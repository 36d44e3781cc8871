import type { OpeningMethod } from '../shared/unlock-codes'

interface Reported {
  /** Milliseconds since 1970 by the clock of the panel: when it happened, or when the report arrived if it does not say. */
  readonly atMs: number
  /** A report of the lock, or a message of the cloud's message queue (option `pushes$`). */
  readonly source: 'data-points' | 'push'
  /** It happened more than ten seconds before it arrived: the lock was asleep, or the queue kept it. */
  readonly isLate: boolean
  /** The standard code of the data point. */
  readonly code: string
}

interface Method {
  /** The kind of the method; absent if the lock does not report it. */
  readonly method?: OpeningMethod
  /** The number of the method on the lock. */
  readonly unlockSn?: number
}

/** What happened at a lock. `bolt` and `door` are changes of their position; a `closing` is a record that the lock locked. */
export type DoorEvent =
  | (Reported & Method & { readonly kind: 'opening' })
  | (Reported & {
      /** What happened at the lock. */
      readonly kind: 'closing' | 'doorbell'
    })
  /** `duress`, or the reason from the lock, such as `wrong_finger`. The method is that of a duress alarm. */
  | (Reported &
      Method & {
        readonly kind: 'alarm'
        /** The reason of the alarm; absent if the lock does not report it. */
        readonly alarm?: string
      })
  | (Reported & {
      readonly kind: 'bolt'
      /** The new position. */
      readonly value: 'locked' | 'unlocked'
    })
  | (Reported & {
      readonly kind: 'door'
      /** The new position. */
      readonly value: 'open' | 'closed'
    })
