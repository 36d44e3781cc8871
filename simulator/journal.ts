/**
 * An order that was carried out.
 *
 * Most reached a lock: `unlock` moved the bolt back, `create-password` put a password on it. Some were carried out in
 * the cloud alone: `rename-password`, `revoke-offline-password`, `share` and `accept-share`. In `sync-allowed` and
 * `make-instruction` the cloud gave its leave, and the command itself is the panel's to send.
 */
export type OrderKind =
  | 'unlock'
  | 'lock'
  | 'control'
  | 'refuse-unlock'
  | 'create-password'
  | 'modify-password'
  | 'rename-password'
  | 'delete-password'
  | 'revoke-offline-password'
  | 'share'
  | 'accept-share'
  | 'sync-allowed'
  | 'make-instruction'

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
