import { type Observable, Subject, takeUntil } from 'rxjs'
import { type Caller, newCall, newRun, observerOf, optionsOf, paramsOf } from './caller'
import type { CallFacts, Run } from './facts'
import { spoil } from './handlers'
import type { CallStep } from './story'

/** Makes a call as the story says; the caller's objects may change as soon as it is made. */
export const makeCall = (caller: Caller, script: CallStep): CallFacts => {
  const { panel } = caller
  const call = newCall(caller, script, false)
  const params = paramsOf(script, call.note)
  const options = optionsOf(script, caller)
  const { name } = call.action
  const change = () => {
    if (!script.changesParams) return
    spoil(params)
    if (typeof options.retry === 'object') options.retry.maxAttempts = 9
    Object.assign(options, { deadlineMs: 1, signal: undefined })
  }
  const follow = (promise: Promise<unknown>, run: Run) => {
    const { next, error } = observerOf(caller, call, run)
    promise.then(next, error)
  }
  if (script.by === 'request$') {
    const request$ = panel.request$(name, params as never, options as never)
    call.startRun = () => subscribe(caller, call, request$)
  } else if (script.by === 'taskEither') {
    const task = panel.taskEither(name, params as never, options as never)
    call.startRun = () => {
      const run = newRun(caller, call)
      follow(
        task().then((either) =>
          either._tag === 'Right' ? either.right : Promise.reject(either.left),
        ),
        run,
      )
    }
  } else {
    const promiseOf = {
      apiRequest: () => panel.apiRequest(name, params as never, options as never),
      'object form': () =>
        (panel.apiRequest as unknown as typeof panel.fetch)({ action: name, params }, options),
      fetch: () => panel.fetch({ action: name, params }, options),
    }[script.by]
    const run = newRun(caller, call)
    follow(promiseOf(), run)
    change()
    call.startRun = () => void makeCall(caller, { ...script, reaction: undefined })
    return call
  }
  change()
  for (let count = 0; count < script.subscribers; count++) call.startRun()
  return call
}

const subscribe = (caller: Caller, call: CallFacts, request$: Observable<unknown>): void => {
  const run = newRun(caller, call)
  const stop$ = new Subject<void>()
  const before = call.unsubscribe
  // Also while the subscribe runs.
  call.unsubscribe = () => {
    before()
    if (run.state !== 'running') return
    run.state = 'unsubscribed'
    run.endedAt = caller.facts.clock.now()
    stop$.next()
  }
  request$.pipe(takeUntil(stop$)).subscribe(observerOf(caller, call, run))
}
