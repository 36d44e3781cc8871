import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Observable } from 'rxjs'
import type { Action } from '../action'
import type { AnyCalls, ArgumentsIn, NameIn, Paged, ParamsIn, ResultIn } from '../calls'
import type { SdkError } from '../errors/sdk-error'
import type { CallOptions } from '../pipeline/call'
import type { PanelEvent } from '../pipeline/events'

/**
 * Calls the vendor's operations. No method uses `this`, so methods can be destructured.
 *
 * Every method fails only with an `SdkError`.
 */
export interface Panel<Calls extends AnyCalls> {
  /**
   * Calls an operation by the vendor's own name. A text in place of the options is the version on the wire.
   *
   * @example
   * ```ts
   * const status = await panel.apiRequest('device.status', { device_id: frontDoor.deviceId })
   * ```
   */
  readonly apiRequest: <Name extends string>(
    name: NameIn<Calls, Name>,
    ...args: ArgumentsIn<Calls, Name>
  ) => Promise<ResultIn<Calls, Name>>

  /**
   * The same in the vendor's own form.
   *
   * @example
   * ```ts
   * const params = { device_id: frontDoor.deviceId }
   * const status = await panel.fetch({ action: 'device.status', params })
   * ```
   */
  readonly fetch: <Name extends keyof Calls>(
    request: {
      /** The vendor's own name of the operation. */
      readonly action: Name
      /** The parameters of the operation. */
      readonly params: Calls[Name]['params']
      /** The version on the wire; overrides the contract's version. */
      readonly version?: string
    },
    options?: CallOptions,
  ) => Promise<Calls[Name]['result']>

  /**
   * The same as an Observable: a subscription sends, unsubscribing aborts. For a `once` action only the first
   * subscription sends; later ones get the same outcome.
   *
   * @example
   * ```ts
   * const status$ = panel.request$('device.status', { device_id: frontDoor.deviceId })
   * status$.subscribe((status) => status.length)
   * ```
   */
  readonly request$: <Name extends string>(
    name: NameIn<Calls, Name>,
    ...args: ArgumentsIn<Calls, Name>
  ) => Observable<ResultIn<Calls, Name>>

  /**
   * The same as an fp-ts `TaskEither`. For a `once` action only the first run sends; later ones get the same outcome.
   *
   * @example
   * ```ts
   * const readStatus = panel.taskEither('device.status', { device_id: frontDoor.deviceId })
   * const result = await readStatus()
   * const failed = result._tag === 'Left' && result.left.kind
   * ```
   */
  readonly taskEither: <Name extends string>(
    name: NameIn<Calls, Name>,
    ...args: ArgumentsIn<Calls, Name>
  ) => TaskEither<SdkError, ResultIn<Calls, Name>>

  /**
   * Iterates over the pages of an operation; each page is requested when it is needed. Starts at the page, the offset
   * or the `lastRowKey` of the parameters.
   *
   * @example
   * ```ts
   * const first = { device_id: frontDoor.deviceId, target_standard_dp_codes: '', page_no: 1, page_size: 2 }
   * for await (const page of panel.pages('doorLock.listUsers', first)) page.records.length
   * ```
   */
  readonly pages: <Name extends string>(
    name: NameIn<Calls, Name>,
    params: ParamsIn<Calls, Name> & Paged,
    options?: CallOptions,
  ) => AsyncIterableIterator<ResultIn<Calls, Name>>

  /**
   * The action of an operation that this panel supports, through a transport for its family or a handler.
   *
   * @example
   * ```ts
   * const safety = panel.find('doorLock.passwordFreeOpen')?.safety // 'once'
   * ```
   */
  readonly find: (name: string) => Action | undefined

  /**
   * The routes of the open API that carry a mini-program action and that this panel supports, the preferred one first.
   *
   * @example
   * ```ts
   * const [route] = panel.twinsOf('doorLock.passwordFreeOpen')
   * const name = route?.name // 'POST /v1.0/devices/{device_id}/door-lock/password-free/open-door'
   * ```
   */
  readonly twinsOf: (name: string) => readonly Action[]

  /**
   * The cloud's time in milliseconds since 1970, by the `t` of its answers; undefined before an answer has shown it. The
   * flows use it for times and states, because the clock of a phone may be wrong.
   *
   * @example
   * ```ts
   * const nowMs = panel.cloudTime() ?? clock.now()
   * ```
   */
  readonly cloudTime: () => number | undefined

  /** One event for each step of each call; contains no secrets. */
  readonly events$: Observable<PanelEvent>

  /**
   * Keeps the sync window of a device open until the returned function is called, while its lock sends packets.
   *
   * @example
   * ```ts
   * const release = panel.holdSync(frontDoor.deviceId)
   * release()
   * ```
   */
  readonly holdSync: (device: string) => () => void

  /**
   * Closes the panel: aborts reads, lets commands that were sent finish, then completes `events$`.
   *
   * @example
   * ```ts
   * panel.close()
   * ```
   */
  readonly close: () => void
}
