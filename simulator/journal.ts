/**
 * An order to a lock.
 *
 * `unlock` moved the bolt and `create-password` put a password on the lock. `sync-allowed` is different: the cloud
 * said `distributed: true`, and the command itself is the panel's to send.
 */
export type OrderKind = 'unlock' | 'create-password' | 'sync-allowed'

export interface Order {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly deviceId: string
  readonly order: OrderKind
  /** The action that gave it. */
  readonly action: string
  /** No PIN, no ticket, no key. */
  readonly detail: Readonly<Record<string, unknown>>
}
