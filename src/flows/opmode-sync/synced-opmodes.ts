import type { SyncedMethod } from '../../data-points/raw/synch-method'
import type { AttemptControl } from '../shared/attempt'
import type { MethodChanges } from './method-list'

/** The step of a synchronisation. */
export type SyncStep =
  /** Requesting permission from the cloud; waits for the end of an open window. */
  | { readonly step: 'requesting' }
  /** The methods received so far. */
  | {
      readonly step: 'receiving'
      /** The number of packets received so far. */
      readonly packets: number
      /** The methods received so far. */
      readonly methods: readonly SyncedMethod[]
    }

/** The list of the lock, with the changes since the last list. */
export interface LockList extends MethodChanges {
  readonly by: 'lock'
  readonly distributed: true
  /** All methods of the requested kinds on the lock. */
  readonly methods: readonly SyncedMethod[]
  /** With 0, the lock has no method of the kinds, or did not understand the command; its answer is the same. */
  readonly packets: number
  /**
   * The lock has sent packets for this command, now or before, so 0 packets mean no methods. If false, nothing counts as
   * removed, and the earlier list stays.
   */
  readonly isUnderstood: boolean
  /** There was no earlier list of any of the kinds; nothing counts as added, removed or changed. */
  readonly isFirst: boolean
}

/**
 * No command was sent to the lock: too soon after another synchronisation, of this or another client, or the cloud has no
 * command for it.
 */
export interface NotDistributed {
  readonly by: 'lock'
  readonly distributed: false
  /** The earlier list, or the option `known`; `undefined` if it is incomplete. */
  readonly methods: readonly SyncedMethod[] | undefined
}

/** The cloud sent the command itself, or not, if it was too soon; its lists of methods show the result. */
export interface CloudSync {
  readonly by: 'cloud'
  /** Whether the cloud sent the command to the lock. */
  readonly distributed: boolean
}

/** The result of a synchronisation: the list of the lock, or whether a command was sent. */
export type SyncedOpmodes = LockList | NotDistributed | CloudSync

/** A channel for the synchronisation. */
export type Sync = (
  codes: readonly string[],
  known: readonly SyncedMethod[] | undefined,
  control: AttemptControl<SyncStep>,
) => Promise<SyncedOpmodes>
