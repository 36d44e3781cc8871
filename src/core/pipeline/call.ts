import type { Action, LockType } from '../action'
import type { Delivery, ErrorOrigin } from '../errors/sdk-error'
import type { SingleSubscriber } from '../rx/single-subscriber'
import type { AbortSignalLike } from '../transport/abort-signal-like'
import type { Step } from './events'

/** User calls go before background calls in the queue. */
export type Priority = 'user' | 'background'

/**
 * How a call is retried.
 *
 * @example
 * ```ts
 * const retry: RetryOptions = { maxAttempts: 5, firstDelayMs: 100 }
 * const status = await panel.apiRequest('device.status', { device_id: frontDoor.deviceId }, { retry })
 * ```
 */
export interface RetryOptions {
  /** The maximum number of requests, the first one included. @default 3 */
  readonly maxAttempts?: number
  /** The upper bound of the first wait, in milliseconds; it doubles with each retry. @default 200 */
  readonly firstDelayMs?: number
  /** The upper bound of every wait, except one that the cloud requests, in milliseconds. @default 5000 */
  readonly maxDelayMs?: number
}

/**
 * Options of one call.
 *
 * @example
 * ```ts
 * const options: CallOptions = { priority: 'background', deadlineMs: 5_000 }
 * const status = await panel.apiRequest('device.status', { device_id: frontDoor.deviceId }, options)
 * ```
 */
export interface CallOptions {
  /** `false` sends one request at most. */
  readonly retry?: false | RetryOptions
  /** Time limit of one request, in milliseconds. @default 10000 */
  readonly timeoutMs?: number
  /** Time limit of the whole call, waits included, in milliseconds. @default 30000 */
  readonly deadlineMs?: number
  /** Aborts the call. Aborting does not undo a request that was already sent. */
  readonly signal?: AbortSignalLike | undefined
  /** Whether the call goes before background calls in the queue. @default 'user' */
  readonly priority?: Priority
  /** The lock type; it selects the version on the wire if the contract has one for it. */
  readonly lockType?: LockType
  /** The version on the wire; overrides the contract's version. */
  readonly version?: string
}

/** Mutable progress of a call in flight. */
export interface Progress {
  /** The number of the current request, from 1; 0 before the first. */
  attempt: number
  /** A request was sent, and it was not certainly refused before execution. */
  sent: boolean
  /** The progress of the request that this call shares. */
  sharedWith?: Progress
}

/** One call in the pipeline. */
export interface Call {
  readonly requestId: string
  readonly action: Action
  /** The operation of this panel that shows whether a command of unknown outcome executed. */
  readonly check?: string | undefined
  /** As decoded by the contract. */
  readonly params: Readonly<Record<string, unknown>>
  readonly options: CallOptions
  /** By the clock of the panel, in milliseconds. */
  readonly startedAt: number
  /** Of a call that several callers share: the latest of their deadlines. */
  deadlineAt: number
  readonly progress: Progress
  /** Of a call that several callers share: each of them is ending. */
  readonly isAbandoned?: () => boolean
  /** A deviation of an answer from its contract is an error. */
  readonly isStrict: boolean
  /** Called when a request is made; the returned function takes the `t` of its answer. */
  readonly startRequest: () => (t: unknown) => void
  /** Emits an event on `panel.events$`; a function is called only if there is a subscriber. */
  readonly emit: (step: Step | (() => Step)) => void
}

/** Handles a call, and gives the outcome to the subscriber. */
export type Handler = (call: Call, subscriber: SingleSubscriber<unknown>) => void

/** Wraps the rest of the pipeline. Each stage has one file. */
export type Stage = (next: Handler) => Handler

/** The first stage is the outermost. */
export const compose = (stages: readonly Stage[], end: Handler): Handler =>
  stages.reduceRight((next, stage) => stage(next), end)

export const deliveryOf = ({ sent, sharedWith }: Progress): Delivery => {
  if (sharedWith !== undefined) return deliveryOf(sharedWith)
  return sent ? 'unknown' : 'not-sent'
}

export const originOf = ({ action, requestId, progress }: Call): ErrorOrigin => ({
  action: action.name,
  family: action.family,
  requestId,
  attempt: (progress.sharedWith ?? progress).attempt,
})
