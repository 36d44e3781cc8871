import type { Either } from 'fp-ts/lib/Either.js'
import type { Observable } from 'rxjs'
import type { Action } from '../action'
import { callArguments, type OptionsOrVersion } from '../call-arguments'
import type { ActionRegistry, CallsOf } from '../calls'
import { realTime } from '../clock'
import { createCloudTime } from '../cloud-time'
import { flatMap } from '../contract/flat-map'
import { CancelledError } from '../errors/cancelled-error'
import type { SdkError } from '../errors/sdk-error'
import { withLockStates } from '../lock-states'
import { type ChecksOf, checkedOptions } from '../options/check'
import { type Call, type CallOptions, compose, deliveryOf, originOf } from '../pipeline/call'
import { cancellation } from '../pipeline/cancellation'
import { deadline } from '../pipeline/deadline'
import type { PanelEvent } from '../pipeline/events'
import { handlerStage } from '../pipeline/handler'
import { queue } from '../pipeline/queue'
import { retry } from '../pipeline/retry'
import { createRetryBudget } from '../pipeline/retry-budget'
import { createSharedTimer } from '../pipeline/shared-timer'
import { createSyncWindow } from '../pipeline/sync-window'
import { timeOut } from '../pipeline/time-out'
import { trace } from '../pipeline/trace'
import { asObservable } from '../rx/as-observable'
import { shareOnce } from '../rx/share-once'
import { SingleSubscriber } from '../rx/single-subscriber'
import { createSubject } from '../rx/subject'
import { carriedBy } from '../transport/carried-by'
import { type CallInput, callFactory, copyInput } from './call-factory'
import { pagesOf } from './pages'
import type { Panel } from './panel'
import { type PanelOptions, panelChecks } from './panel-options'

/**
 * Creates a panel for a registry of actions. There is no global state; two panels share nothing but what their storage
 * keeps. Throws a `ParamsError` for invalid options.
 *
 * @example
 * ```ts
 * const { apiRequest, close } = createPanel({ actions: allActions, transport: wxRequest({ url: '/', wx: simulator.asWx() }) })
 * close()
 * ```
 */
export const createPanel = <const R extends ActionRegistry>(
  options: PanelOptions<R>,
): Panel<CallsOf<R>> => {
  const {
    actions,
    transport,
    handlers = [],
    storage,
    contracts = 'tolerant',
    clock = realTime,
    random = Math.random,
    maxOpen = 8,
    timeoutMs = 10_000,
    deadlineMs = 30_000,
    windowMs = 5_000,
  } = checkedOptions('createPanel', options, panelChecks as ChecksOf<PanelOptions<R>>)
  let open = 0
  let isClosed = false
  const names = byName(actions)
  const ownHandlers = new Map(handlers.map((handler) => [handler.action.name, handler]))
  const timeLimits = createSharedTimer(clock)
  const events = createSubject<PanelEvent>()
  const cloudTime = createCloudTime(() => clock.now())
  const onClose = new Set<() => void>()
  const isOver = ({ options: { signal }, deadlineAt, isAbandoned }: Call) =>
    signal?.aborted === true || clock.now() >= deadlineAt || isAbandoned?.() === true
  const isEnding = (call: Call) => isClosed || isOver(call)
  const syncWindow = createSyncWindow(windowMs, clock, isEnding, storage)
  const makeCall = callFactory(names, {
    clock,
    random,
    deadlineMs,
    isStrict: contracts === 'strict',
    cloudTime,
    events,
    // An action that the app has left out of its registry keeps its own name.
    sentAs: (name) =>
      find(name)?.name ?? twinsOf(name)[0]?.name ?? (names.has(name) ? undefined : name),
  })
  const run = compose(
    [
      trace(() => clock.now()),
      cancellation(onClose, () => isClosed),
      deadline(timeLimits),
      syncWindow.stage,
      retry({ clock, random, budget: createRetryBudget(), windowMs, isClosed: () => isClosed }),
      queue(maxOpen, isEnding),
      timeOut(timeLimits, timeoutMs),
    ],
    handlerStage(transport, ownHandlers, timeoutMs, isOver),
  )

  const carried = (action: Action): Action | undefined =>
    ownHandlers.has(action.name) ? action : carriedBy(transport, action)
  const find = (name: string) => {
    const action = names.get(name)
    return action && carried(action)
  }
  const twinsOf = (name: string) =>
    flatMap(Array.from(names.values()), (action) => {
      const twin = action.twin?.of === name ? carried(action) : undefined
      return twin === undefined ? [] : [twin]
    })

  const endIfIdle = () => {
    if (!isClosed || open > 0) return
    syncWindow.close()
    events.complete()
  }

  /** Throws the error of an invalid call. */
  const start = (
    name: unknown,
    input: CallInput,
    subscriber: SingleSubscriber<unknown>,
    onCall?: (call: Call) => void,
  ): void => {
    const call = makeCall(name as string, input)
    onCall?.(call)
    open++
    try {
      run(call, subscriber)
    } catch (error) {
      subscriber.fail(error)
    }
    subscriber.add(() => {
      open--
      endIfIdle()
    })
  }

  const request$ = (name: unknown, params?: unknown, callOptions?: OptionsOrVersion) => {
    const input = copyInput(params, callOptions)
    let call: Call | undefined
    const request = asObservable<unknown>((subscriber) =>
      start(name, input, subscriber, (made) => {
        call = made
      }),
    )
    // Only the first subscription sends a command.
    return makeCall.isOnce(name as string)
      ? request.pipe(
          shareOnce(() => call && new CancelledError(originOf(call), deliveryOf(call.progress))),
        )
      : request
  }

  /** At run time, the vendor's object form is accepted in place of a name. */
  const apiRequest = (
    nameOrForm: unknown,
    ...given: readonly [params?: unknown, options?: unknown]
  ): Promise<unknown> => {
    const [name, params, callOptions] = callArguments(nameOrForm, given)
    const input = copyInput(params, callOptions)
    return new Promise((resolve, reject) => {
      start(name, input, new SingleSubscriber({ succeed: resolve, fail: reject }))
    })
  }

  const panel = withLockStates({
    apiRequest,
    fetch: apiRequest,
    request$,
    taskEither: (name: string, params?: unknown, callOptions?: OptionsOrVersion) => {
      const request = request$(name, params, callOptions)
      return () => promiseOf(request).then(asRight, asLeft)
    },
    pages: (name: string, params: Readonly<Record<string, unknown>>, callOptions?: CallOptions) =>
      pagesOf(names.get(name), name, params, (page) => apiRequest(name, page, callOptions)),
    find,
    twinsOf,
    events$: events.values$,
    cloudTime: cloudTime.read,
    holdSync: syncWindow.hold,
    close: () => {
      isClosed = true
      for (const close of Array.from(onClose)) close()
      endIfIdle()
    },
  })
  return panel as unknown as Panel<CallsOf<R>>
}

/** A call emits one value or one error. */
const promiseOf = (request: Observable<unknown>): Promise<unknown> =>
  new Promise((resolve, reject) => {
    request.subscribe({ next: resolve, error: reject })
  })

// Written out, because fp-ts/lib/Either.js adds 15 kB minified to an app's bundle.
const asRight = (right: unknown): Either<SdkError, unknown> => ({ _tag: 'Right', right })
const asLeft = (left: SdkError): Either<SdkError, unknown> => ({ _tag: 'Left', left })

const byName = (actions: ActionRegistry): ReadonlyMap<string, Action> => {
  const names = new Map<string, Action>()
  for (const action of Object.values(actions)) names.set(action.name, action)
  return names
}
