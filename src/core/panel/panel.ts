import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Observable } from 'rxjs'
import type { Action } from '../action'
import type { AnyCalls, Arguments, Paged } from '../calls'
import type { SdkError } from '../errors/sdk-error'
import type { CallOptions } from '../pipeline/call'
import type { PanelEvent } from '../pipeline/events'

/**
 * Calls the vendor's operations. No method uses `this`: take out what you need.
 *
 * Everything fails with an `SdkError` and with nothing else.
 */
export interface Panel<Calls extends AnyCalls> {
  /** Calls an operation by the vendor's own name. */
  readonly apiRequest: <Name extends keyof Calls>(
    name: Name,
    ...args: Arguments<Calls[Name]['params']>
  ) => Promise<Calls[Name]['result']>

  /** The vendor's own form of the same: `{ action, params }`. */
  readonly fetch: <Name extends keyof Calls>(
    request: { readonly action: Name; readonly params: Calls[Name]['params'] },
    options?: CallOptions,
  ) => Promise<Calls[Name]['result']>

  /**
   * The same as an observable: nothing leaves before subscription, unsubscribing aborts. Each subscription sends,
   * but for a `once` action, where only the first does: later ones get the same outcome.
   */
  readonly request$: <Name extends keyof Calls>(
    name: Name,
    ...args: Arguments<Calls[Name]['params']>
  ) => Observable<Calls[Name]['result']>

  /** The same as an fp-ts `TaskEither`. For a `once` action every run after the first gets the outcome of the first. */
  readonly taskEither: <Name extends keyof Calls>(
    name: Name,
    ...args: Arguments<Calls[Name]['params']>
  ) => TaskEither<SdkError, Calls[Name]['result']>

  /**
   * All pages of an operation that has them, each sent when it is asked for: `for await (const page of panel.pages(…))`.
   * Counts on from the page, the offset or the `lastRowKey` of the given parameters.
   */
  readonly pages: <Name extends keyof Calls>(
    name: Name,
    params: Calls[Name]['params'] & Paged,
    options?: CallOptions,
  ) => AsyncIterableIterator<Calls[Name]['result']>

  /** The contract of an operation that this panel can send: by a transport that speaks its family, or by a handler. */
  readonly find: (name: string) => Action | undefined

  /** One event for each step of each call; free of secrets. */
  readonly events$: Observable<PanelEvent>

  /** Keeps the sync window of a device open until the returned function is called: its lock is still sending packets. */
  readonly holdSync: (device: string) => () => void

  /** Ends the panel: reads are aborted, orders that left are let finish, then `events$` completes. */
  readonly close: () => void
}
