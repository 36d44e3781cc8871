import type { Either } from 'fp-ts/lib/Either.js'
import { Observable } from 'rxjs'
import type { Action } from '../action'
import type { ActionRegistry, CallsOf } from '../calls'
import { realTime, type Scheduler } from '../clock'
import { CancelledError } from '../errors/cancelled-error'
import type { SdkError } from '../errors/sdk-error'
import { type Call, type CallOptions, compose, deliveryOf, originOf } from '../pipeline/call'
import { cancellation } from '../pipeline/cancellation'
import { deadline } from '../pipeline/deadline'
import type { PanelEvent } from '../pipeline/events'
import { handlerStage } from '../pipeline/handler'
import { queue } from '../pipeline/queue'
import { retry } from '../pipeline/retry'
import { createRetryBudget } from '../pipeline/retry-budget'
import { createSyncWindow } from '../pipeline/sync-window'
import { timeOut } from '../pipeline/time-out'
import { trace } from '../pipeline/trace'
import type { StorageLike } from '../pipeline/window-memory'
import { shareOnce } from '../rx/share-once'
import { createSubject } from '../rx/subject'
import type { Transport } from '../transport/transport'
import { callFactory } from './call-factory'
import type { BoundHandler } from './handle'
import { pagesOf } from './pages'
import type { Panel } from './panel'

export interface PanelOptions<R extends ActionRegistry> {
  readonly actions: R
  /** Moves the bytes. A panel whose actions all have handlers needs none. */
  readonly transport?: Transport
  /** The app's own handlers, each made by `handle(action, handler)`. */
  readonly handlers?: readonly BoundHandler[]
  /** Keeps sync windows over the end of a page: `wx`, `localStorage`, or any `{ get, set }` that works at once. */
  readonly storage?: StorageLike
  /** The clock of all waits and time-outs. @default the real time */
  readonly scheduler?: Scheduler
  /** From 0 up to 1; spreads the waits between tries. @default Math.random */
  readonly random?: () => number
  /** How many requests may be open at once; WeChat allows ten, the app's own included. @default 8 */
  readonly maxOpen?: number
  /** How long one try may take, in milliseconds. @default 10000 */
  readonly timeoutMs?: number
  /** How long a call may take, waits included, in milliseconds. @default 30000 */
  readonly deadlineMs?: number
  /** How long after its answer a synchronisation keeps the next one waiting, in milliseconds. @default 5000 */
  readonly windowMs?: number
}

/** Makes a panel over a registry of actions. Nothing global is kept: two panels know nothing of each other. */
export const createPanel = <const R extends ActionRegistry>(
  options: PanelOptions<R>,
): Panel<CallsOf<R>> => {
  const {
    actions,
    transport,
    handlers = [],
    storage,
    scheduler = realTime,
    random = Math.random,
    maxOpen = 8,
    timeoutMs = 10_000,
    deadlineMs = 30_000,
    windowMs = 5_000,
  } = options
  let open = 0
  let isClosed = false
  const names = byName(actions)
  const ownHandlers = new Map(handlers.map((handler) => [handler.action.name, handler]))
  const events = createSubject<PanelEvent>()
  const closing = createSubject<void>()
  const isEnding = ({ options: { signal }, deadlineAt }: Call) =>
    isClosed || signal?.aborted === true || scheduler.now() >= deadlineAt
  const syncWindow = createSyncWindow(windowMs, scheduler, isEnding, storage)
  const makeCall = callFactory(names, { scheduler, random, deadlineMs, events })
  const run = compose(
    [
      trace(() => scheduler.now(), events.isObserved),
      cancellation(closing.values$, () => isClosed),
      deadline(scheduler),
      syncWindow.stage,
      retry({ scheduler, random, budget: createRetryBudget(), windowMs, isClosed: () => isClosed }),
      queue(maxOpen, isEnding),
      timeOut(scheduler, timeoutMs),
    ],
    handlerStage(transport, ownHandlers, timeoutMs),
  )

  const endIfIdle = () => {
    if (!isClosed || open > 0) return
    syncWindow.close()
    events.complete()
  }

  const request$ = (name: string, params?: unknown, callOptions?: CallOptions) => {
    let call: Call | undefined
    const request = new Observable<unknown>((subscriber) => {
      call = makeCall(name, params, callOptions)
      open++
      subscriber.add(run(call).subscribe(subscriber))
      subscriber.add(() => {
        open--
        endIfIdle()
      })
    })
    // An order is sent by one subscription only, whatever is done with the observable.
    return makeCall.isOnce(name)
      ? request.pipe(
          shareOnce(() => call && new CancelledError(originOf(call), deliveryOf(call.progress))),
        )
      : request
  }

  /** At run time the vendor's object form is taken in place of a name. */
  const apiRequest = (
    name: string | { readonly action: string; readonly params?: unknown },
    params?: unknown,
    callOptions?: CallOptions,
  ): Promise<unknown> =>
    promiseOf(
      typeof name === 'object' && name !== null
        ? request$(name.action, name.params, params as CallOptions | undefined)
        : request$(name, params, callOptions),
    )

  const panel = {
    apiRequest,
    fetch: apiRequest,
    request$,
    taskEither: (name: string, params?: unknown, callOptions?: CallOptions) => {
      const request = request$(name, params, callOptions)
      return () => promiseOf(request).then(asRight, asLeft)
    },
    pages: (name: string, params: Readonly<Record<string, unknown>>, callOptions?: CallOptions) =>
      pagesOf(names.get(name), name, params, (page) => apiRequest(name, page, callOptions)),
    find: (name: string) => {
      const action = names.get(name)
      return action && (ownHandlers.has(name) || transport?.families.includes(action.family))
        ? action
        : undefined
    },
    events$: events.values$,
    holdSync: syncWindow.hold,
    close: () => {
      isClosed = true
      closing.next()
      endIfIdle()
    },
  }
  return panel as unknown as Panel<CallsOf<R>>
}

/** A call gives one value or one error. */
const promiseOf = (request: Observable<unknown>): Promise<unknown> =>
  new Promise((resolve, reject) => {
    request.subscribe({ next: resolve, error: reject })
  })

// Written out: fp-ts/lib/Either.js drags 15 kB minified into an app's bundle.
const asRight = (right: unknown): Either<SdkError, unknown> => ({ _tag: 'Right', right })
const asLeft = (left: SdkError): Either<SdkError, unknown> => ({ _tag: 'Left', left })

const byName = (actions: ActionRegistry): ReadonlyMap<string, Action> => {
  const names = new Map<string, Action>()
  for (const action of Object.values(actions)) {
    if (names.has(action.name)) throw new TypeError(`two actions are named ${action.name}`)
    names.set(action.name, action)
  }
  return names
}
