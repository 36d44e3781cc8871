import type { Family } from '../action'

/** `not-sent`: the request was definitely not sent. `unknown`: it may have reached the cloud. */
export type Delivery = 'not-sent' | 'unknown'

/** What kind of failure an error is; see `docs/guide/errors.md`, which has a section for each. */
export type ErrorKind =
  | 'params'
  | 'unsupported'
  | 'transport'
  | 'timeout'
  | 'vendor'
  | 'response'
  | 'outcome-unknown'
  | 'cancelled'
  /** Flows only. */
  | 'lock'

/** The call that failed. */
export interface ErrorOrigin {
  /** The vendor's name of the operation, or the flow and its method. */
  readonly action: string
  /** The family of the operation; absent for a flow, and for an operation that the panel does not have. */
  readonly family?: Family | undefined
  /** Identifies the call in the events of the panel; absent if no call was made. */
  readonly requestId?: string | undefined
  /** The number of the request, from 1; 0 if none was made. */
  readonly attempt?: number | undefined
}

/** A registered symbol, because a mini-program can contain two copies of this package, and a webview two realms. */
const BRAND = Symbol.for('lockpanel.SdkError')

/**
 * The error of every promise and observable of a panel. Each kind: `docs/guide/errors.md`.
 *
 * Contains no password, key or token, and never carries a third-party `cause`, so it is safe to log.
 */
export abstract class SdkError extends Error {
  /** Which of the nine kinds of error it is. */
  abstract readonly kind: ErrorKind
  /** The vendor's name of the operation, or the flow and its method. */
  readonly action: string
  /** The family of the operation; undefined for a flow. */
  readonly family: Family | undefined
  /** Finds the call in the events of the panel and in the log of your server. */
  readonly requestId: string | undefined
  /** The number of the request, from 1; 0 if none was made. */
  readonly attempt: number

  constructor(origin: ErrorOrigin, message: string) {
    super(`${origin.action}: ${message}`)
    // WeChat compiles classes to ES5, where a subclass of Error loses its prototype.
    Object.setPrototypeOf(this, new.target.prototype)
    Object.defineProperty(this, BRAND, { value: true })
    this.action = origin.action
    this.family = origin.family
    this.requestId = origin.requestId
    this.attempt = origin.attempt ?? 0
  }
}

/**
 * Whether an error comes from this package.
 *
 * @example
 * ```ts
 * const error = await panel.apiRequest('device.status', { device_id: 'unknown' }).catch((reason) => reason)
 * const kind = isSdkError(error) ? error.kind : 'not from lockpanel'
 * ```
 */
export const isSdkError = (error: unknown): error is SdkError =>
  typeof error === 'object' && error !== null && (error as { [BRAND]?: unknown })[BRAND] === true

/** A guard by brand and kind, because `instanceof` fails between two copies of the package. */
export const guardOf =
  <E extends SdkError>(...kinds: readonly ErrorKind[]) =>
  (error: unknown): error is E =>
    isSdkError(error) && kinds.includes(error.kind)
