/**
 * A command that was executed.
 *
 * Most reach a lock: `unlock` moves the bolt back, `create-password` stores a password, `enrol-method` a fingerprint.
 * Some execute in the cloud only: `rename-password`, those of offline passwords, `add-user`, `assign-method`,
 * `share` and `accept-share`. After `sync-allowed` and `make-instruction` the panel has to send the command to the lock
 * itself. `automatic-lock` is a movement of the lock's own. A command that the cloud accepted for a sleeping lock is added when the lock executes it.
 */
export type CommandKind =
  | 'unlock'
  | 'lock'
  | 'automatic-lock'
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

/** A command that was executed, and what it did. */
export interface JournalEntry {
  /** Milliseconds since 1970. */
  readonly at: number
  /** The id of the lock. */
  readonly deviceId: string
  /** What the command did. */
  readonly command: CommandKind
  /** The action or the data point that sent it. */
  readonly action: string
  /** What executed it: the lock, or the cloud alone. */
  readonly reached: 'cloud' | 'lock'
  /** Of `unlock`, `lock` and `automatic-lock`: whether the bolt changed its position. It does not if it is jammed or there already. */
  readonly moved?: boolean
  /** No PIN, no ticket, no key. */
  readonly detail: Readonly<Record<string, unknown>>
}
