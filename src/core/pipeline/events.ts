import type { Family, LockType } from '../action'
import type { Deviation } from '../envelope/drift'
import type { Delivery, ErrorKind } from '../errors/sdk-error'

/** One step of a call. */
export type Step =
  /** The parameters that the contract knows and does not mark as secret. */
  | {
      readonly type: 'started'
      /** The parameters without secrets. */
      readonly params: unknown
    }
  /** The vendor's documents do not name this lock type for the operation; reports do. The call is sent. */
  | {
      readonly type: 'undocumented-lock-type'
      /** The lock type that the call was made for. */
      readonly lockType: LockType
    }
  | { readonly type: 'queued' }
  | { readonly type: 'sent' }
  | {
      readonly type: 'retrying'
      /** The wait before the next request, in milliseconds. */
      readonly delayMs: number
      /** The kind of the failure that is retried. */
      readonly causeKind: ErrorKind
    }
  /** The call waits for the sync window of its device to close. */
  | { readonly type: 'waiting-for-window' }
  /** The call shares the answer of a request that covers it. */
  | { readonly type: 'sharing' }
  /** The storage of the panel threw; it is not used again. */
  | { readonly type: 'storage-failed' }
  /** The answer deviates from its contract; the deviating rows are left out, and the deviating fields are empty or absent. */
  | {
      readonly type: 'drift'
      /** What deviates, equal deviations counted; at most 20. */
      readonly deviations: readonly Deviation[]
    }
  /**
   * The clock of the panel differs from the cloud's by more than a minute. Emitted once. `skewMs` is the cloud's time minus
   * the panel's.
   */
  | {
      readonly type: 'clock-differs'
      /** The cloud's time minus the panel's, in milliseconds. */
      readonly skewMs: number
    }
  /** The fields of the result that the contract knows and does not mark as secret. */
  | {
      readonly type: 'succeeded'
      /** From the start of the call, in milliseconds. */
      readonly tookMs: number
      /** The result without secrets. */
      readonly result: unknown
    }
  | {
      readonly type: 'failed'
      /** From the start of the call, in milliseconds. */
      readonly tookMs: number
      /** The kind of the error. */
      readonly kind: ErrorKind
      /** The code of the cloud, of a VendorError only. */
      readonly code?: number | string | undefined
      /** Whether a request certainly was not sent. */
      readonly delivery?: Delivery | undefined
      /** The message of the error, which contains no secret. */
      readonly message: string
    }
  /** The caller unsubscribed before the end. */
  | {
      readonly type: 'unsubscribed'
      /** From the start of the call, in milliseconds. */
      readonly tookMs: number
      /** Whether a request certainly was not sent. */
      readonly delivery: Delivery
    }

/** One step of one call on `panel.events$`. It contains no secret and may be logged. */
export type PanelEvent = Step & {
  /** The vendor's name of the operation; `unknown action` if the panel has no such action. */
  readonly action: string
  /** Undefined if the panel has no such action. */
  readonly family: Family | undefined
  /** Identifies the call; the same in all of its events and in its error. */
  readonly requestId: string
  /** The number of the current request, from 1; 0 before the first. */
  readonly attempt: number
  /** By the clock of the panel, in milliseconds. */
  readonly at: number
}
