import type { SyncedMethod } from '../../data-points/raw/synch-method'
import type { AttemptControl } from '../shared/attempt'
import type { MethodChanges } from './method-list'

export type SyncStep =
  /** The cloud is asked for its leave; while a window is open, this waits for its end. */
  | { readonly step: 'asking' }
  /** What the lock has told so far; at first nothing. */
  | {
      readonly step: 'receiving'
      readonly packets: number
      readonly methods: readonly SyncedMethod[]
    }

/** What the lock told, and what differs from last time. */
export interface LockList extends MethodChanges {
  readonly by: 'lock'
  readonly distributed: true
  /** All that the lock holds of the kinds that were asked for. */
  readonly methods: readonly SyncedMethod[]
  /** With 0 the lock holds nothing of the kinds, or did not understand the command: it says the same for both. */
  readonly packets: number
  /**
   * The lock has told something in answer to this very command, now or before, so that 0 packets mean that it holds
   * nothing. Where it is false, nothing counts as removed, and what was known stays known.
   */
  readonly isUnderstood: boolean
  /** Nothing was known of any of the kinds: nothing is added, removed or changed. */
  readonly isFirst: boolean
}

/**
 * The lock was told nothing: it is too soon after the last synchronisation, or somebody else's, or the cloud had no
 * command for it.
 */
export interface NotDistributed {
  readonly by: 'lock'
  readonly distributed: false
  /** What was known before, or the `known` that was handed in; `undefined` where that is not all. */
  readonly methods: readonly SyncedMethod[] | undefined
}

/** The cloud tells the lock by itself, or, where it was too soon, does not; its lists of methods show what came of it. */
export interface CloudSync {
  readonly by: 'cloud'
  readonly distributed: boolean
}

export type SyncedOpmodes = LockList | NotDistributed | CloudSync

/** A way to synchronise. */
export type Sync = (
  codes: readonly string[],
  known: readonly SyncedMethod[] | undefined,
  control: AttemptControl<SyncStep>,
) => Promise<SyncedOpmodes>
