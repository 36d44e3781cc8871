import { concat, forkJoin, last, map, NEVER, Observable, of, retry } from 'rxjs'
import type { Action } from '../../src/core/action'
import type { Clock } from '../../src/core/clock'
import { type BoundHandler, handle } from '../../src/core/panel/handle'
import { handledActions } from './actions'
import { type CallFacts, type Facts, type Params, SECRET } from './facts'
import type { HandlerKind } from './story'

type Send = (params: Params) => Observable<unknown>

export const OWN_ANSWER = 'from the handler'

/** Changes every value in a structure. */
export const spoil = (value: unknown): void => {
  if (typeof value !== 'object' || value === null) return
  const fields = value as Record<string, unknown>
  for (const key of Object.keys(fields))
    if (typeof fields[key] === 'object') spoil(fields[key])
    else fields[key] = 'spoiled'
  if (Array.isArray(value)) value.push('spoiled')
}

/** What a handler of the app does with a call, by its kind. */
export const handlerRuns: Readonly<
  Record<HandlerKind, (params: Params, send: Send, clock: Clock) => Observable<unknown>>
> = {
  sends: (params, send) => send(params),
  'sends later': (params, send, clock) =>
    new Observable((subscriber) => {
      subscriber.add(clock.schedule(() => subscriber.add(send(params).subscribe(subscriber)), 300))
    }),
  'sends twice at once': (params, send) =>
    forkJoin([send(params), send(params)]).pipe(map(([first]) => first)),
  'sends twice in turn': (params, send) => concat(send(params), send(params)).pipe(last()),
  'sends two parts': (params, send) =>
    concat(send({ ...params, part: 'one' }), send({ ...params, part: 'two' })).pipe(last()),
  retries: (params, send) => send(params).pipe(retry(2)),
  'changes its parameters': (params, send) => {
    const request = send(params)
    spoil(params)
    return request
  },
  'answers without sending': () => of({ ref: OWN_ANSWER, distributed: true }),
  throws: () => {
    throw new Error(`failed with ${SECRET}`)
  },
  'never answers': () => NEVER,
  'sends once more for itself': (params, send) =>
    new Observable((subscriber) => {
      subscriber.add(send(params).subscribe(subscriber))
      subscriber.add(send(params).subscribe({ error: () => {} }))
    }),
  'sends after its end': (params, send, clock) =>
    new Observable(() => {
      clock.schedule(() => send(params).subscribe({ error: () => {} }), 12_000)
    }),
}

/** One handler for each action of `handledActions`; the story of the call says what it does. */
export const storyHandlers = (facts: Facts): readonly BoundHandler[] =>
  Object.values(handledActions).map(
    (action: Action) =>
      handle(action, (input, { send }) => {
        const params = input as Params
        const call = facts.callOfNote.get(params.note)
        if (call === undefined) {
          facts.findings.add('a handler received the parameters of no call')
          return NEVER
        }
        const kind = call.script.handler ?? 'sends'
        return tracked(call, handlerRuns[kind](params, send as Send, facts.clock))
      }) as BoundHandler,
  )

const tracked = (call: CallFacts, source: Observable<unknown>): Observable<unknown> =>
  new Observable((subscriber) => {
    call.openHandlers++
    subscriber.add(() => call.openHandlers--)
    subscriber.add(source.subscribe(subscriber))
  })
