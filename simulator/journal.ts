/**
 * An order that was carried out.
 *
 * Most reached a lock: `unlock` moved the bolt back, `create-password` put a password on it, `enrol-method` a fingerprint.
 * Some were carried out in the cloud alone: `rename-password`, those of offline passwords, `add-user`, `assign-method`,
 * `share` and `accept-share`. In `sync-allowed` and `make-instruction` the cloud gave its leave, and the command itself
 * is the panel's to send.
 */
export type CommandKind =
  | 'unlock'
  | 'lock'
  | 'control'
  | 'refuse-unlock'
  | 'create-password'
  | 'modify-password'
  | 'rename-password'
  | 'delete-password'
  | 'issue-offline-password'
  | 'issue-clearing-code'
  | 'revoke-offline-password'
  | 'add-user'
  | 'assign-method'
  | 'enrol-method'
  | 'start-enrolment'
  | 'cancel-enrolment'
  | 'delete-method'
  | 'delete-user'
  | 'share'
  | 'accept-share'
  | 'sync-allowed'
  | 'synchronise'
  | 'make-instruction'

export interface JournalEntry {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly deviceId: string
  readonly command: CommandKind
  /** The action that gave it, or the data point. */
  readonly action: string
  /** No PIN, no ticket, no key. */
  readonly detail: Readonly<Record<string, unknown>>
}
