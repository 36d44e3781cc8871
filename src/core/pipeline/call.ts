import type { Observable } from 'rxjs'
import type { Action, LockType } from '../action'
import type { Delivery, ErrorOrigin } from '../errors/sdk-error'
import type { AbortSignalLike } from '../transport/abort-signal-like'
import type { Step } from './events'

/** A user's tap goes before a poll in the queue. */
export type Priority = 'user' | 'background'

export interface RetryOptions {
  /** How often a call is sent at most, the first time included. @default 3 */
  readonly tries?: number
  /** The upper bound of the first wait; it doubles with each try. @default 200 */
  readonly firstDelayMs?: number
  /** No wait is longer, but for one that the cloud asks for. @default 5000 */
  readonly maxDelayMs?: number
}

export interface CallOptions {
  /** `false` sends at most once, whatever happens. */
  readonly retry?: false | RetryOptions
  /** How long one try may take, in milliseconds. @default 10000 */
  readonly timeoutMs?: number
  /** How long the whole call may take, waits included, in milliseconds. @default 30000 */
  readonly deadlineMs?: number
  /** Aborts the request; what left already may still be carried out. */
  readonly signal?: AbortSignalLike | undefined
  /** @default 'user' */
  readonly priority?: Priority
  /** The kind of lock: it picks the version on the wire, where the contract has another one for it. */
  readonly lockType?: LockType
  /** The version on the wire; goes before what the contract has. */
  readonly version?: string
}

/** What becomes of a call while it is under way. */
export interface Progress {
  /** The try that runs, from 1; 0 before the first. */
  attempt: number
  /** Something left, and it is not certain that it was refused before execution. */
  sent: boolean
  /** The call whose answer this one shares. */
  sharedWith?: Progress
}

/** One call on its way through the stages. */
export interface Call {
  readonly requestId: string
  readonly action: Action
  /** In the one shape inside, as the contract decoded them. */
  readonly params: Readonly<Record<string, unknown>>
  readonly options: CallOptions
  /** On the clock of the panel, in milliseconds. */
  readonly startedAt: number
  readonly deadlineAt: number
  readonly progress: Progress
  /** Tells the panel's events what a stage did. */
  readonly emit: (step: Step) => void
}

export type Handler = (call: Call) => Observable<unknown>

/** Wraps what comes after it. Each stage has one file. */
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
