import type { Family, LockType } from '../action'
import type { Deviation } from '../envelope/drift'
import type { Delivery, ErrorKind } from '../errors/sdk-error'

/** One step of a call. */
export type Step =
  /** The parameters that the contract knows and does not mark as secret. */
  | { readonly type: 'started'; readonly params: unknown }
  /** The vendor's documents do not name this lock type for the operation; reports do. The call is sent. */
  | { readonly type: 'undocumented-lock-type'; readonly lockType: LockType }
  | { readonly type: 'queued' }
  | { readonly type: 'sent' }
  | { readonly type: 'retrying'; readonly delayMs: number; readonly causeKind: ErrorKind }
  /** The call waits for the sync window of its device to close. */
  | { readonly type: 'waiting-for-window' }
  /** The call shares the answer of a request that covers it. */
  | { readonly type: 'sharing' }
  /** The storage of the panel threw; it is not used again. */
  | { readonly type: 'storage-failed' }
  /** The answer deviates from its contract; the deviating rows are left out, and the deviating fields are empty or absent. */
  | { readonly type: 'drift'; readonly deviations: readonly Deviation[] }
  /**
   * The clock of the panel differs from the cloud's by more than a minute. Emitted once. `skewMs` is the cloud's time minus
   * the panel's.
   */
  | { readonly type: 'clock-differs'; readonly skewMs: number }
  /** The fields of the result that the contract knows and does not mark as secret. */
  | { readonly type: 'succeeded'; readonly tookMs: number; readonly result: unknown }
  | {
      readonly type: 'failed'
      readonly tookMs: number
      readonly kind: ErrorKind
      readonly code?: number | string | undefined
      readonly delivery?: Delivery | undefined
      readonly message: string
    }
  /** The caller unsubscribed before the end. */
  | { readonly type: 'unsubscribed'; readonly tookMs: number; readonly delivery: Delivery }

/** One step of one call on `panel.events$`. It contains no secret and may be logged. */
export type PanelEvent = Step & {
  readonly action: string
  /** Undefined if the panel has no such action. */
  readonly family: Family | undefined
  readonly requestId: string
  readonly attempt: number
  /** By the clock of the panel, in milliseconds. */
  readonly at: number
}
