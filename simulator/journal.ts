/**
 * A command that was executed.
 *
 * Most reached a lock: `unlock` moved the bolt back, `create-password` put a password on it, `enrol-method` a fingerprint.
 * Some executed in the cloud only: `rename-password`, those of offline passwords, `add-user`, `assign-method`,
 * `share` and `accept-share`. After `sync-allowed` and `make-instruction` the panel has to send the command to the lock
 * itself.
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
  | 'freeze-password'
  | 'unfreeze-password'
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
  | 'count-media-view'

export interface JournalEntry {
  /** Milliseconds since 1970. */
  readonly at: number
  readonly deviceId: string
  readonly command: CommandKind
  /** The action or the data point that sent it. */
  readonly action: string
  /** No PIN, no ticket, no key. */
  readonly detail: Readonly<Record<string, unknown>>
}
