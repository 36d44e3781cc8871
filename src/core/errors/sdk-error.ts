import type { Family } from '../action'

/** Whether a request certainly never left, or may have reached the cloud. */
export type Delivery = 'not-sent' | 'unknown'

export type ErrorKind =
  | 'params'
  | 'unsupported'
  | 'transport'
  | 'timeout'
  | 'vendor'
  | 'response'
  | 'outcome-unknown'
  | 'cancelled'
  /** Of flows alone. */
  | 'lock'

/** The call that an error is about. */
export interface ErrorOrigin {
  readonly action: string
  readonly family?: Family | undefined
  readonly requestId?: string | undefined
  /** Which try it was, from 1; 0 where nothing was tried. */
  readonly attempt?: number | undefined
}

/** A symbol of the whole runtime: a mini-program can hold two copies of this package, and a webview two realms. */
const BRAND = Symbol.for('lockpanel.SdkError')

/**
 * What every promise and every observable of a panel fails with.
 *
 * No password, key or token stands in it, and no foreign error hangs on it: it may be logged as it is.
 */
export abstract class SdkError extends Error {
  abstract readonly kind: ErrorKind
  readonly action: string
  readonly family: Family | undefined
  readonly requestId: string | undefined
  readonly attempt: number

  constructor(origin: ErrorOrigin, message: string) {
    super(`${origin.action}: ${message}`)
    // WeChat compiles classes to ES5, where extending Error loses the prototype.
    Object.setPrototypeOf(this, new.target.prototype)
    Object.defineProperty(this, BRAND, { value: true })
    this.action = origin.action
    this.family = origin.family
    this.requestId = origin.requestId
    this.attempt = origin.attempt ?? 0
  }
}

export const isSdkError = (error: unknown): error is SdkError =>
  typeof error === 'object' && error !== null && (error as { [BRAND]?: unknown })[BRAND] === true

/** A guard by brand and kind: `instanceof` fails between two copies of the package. */
export const guardOf =
  <E extends SdkError>(...kinds: readonly ErrorKind[]) =>
  (error: unknown): error is E =>
    isSdkError(error) && kinds.includes(error.kind)
