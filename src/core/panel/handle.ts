import type { Observable } from 'rxjs'
import type { Action, ParamsOf, ResultOf } from '../action'
import type { HandlerEntry } from '../pipeline/handler'

/** The second argument of a handler. */
export interface HandlerContext<A> {
  /** The action that was called. */
  readonly action: A
  /** The number of the request, from 1. */
  readonly attempt: number
  /** The default handler: encodes, sends, unwraps the envelope, decodes. */
  readonly send: (params: ParamsOf<A>) => Observable<ResultOf<A>>
}

/** Answers an action in place of the default handler. The contract decodes its result too. */
export type ActionHandler<A> = (
  params: ParamsOf<A>,
  context: HandlerContext<A>,
) => Observable<ResultOf<A>>

/**
 * Binds a handler to its action, for `createPanel({ handlers })`. Window, retry, queue and time-outs apply to it too.
 *
 * @example
 * ```ts
 * const limited = handle(listUsers, (params, { send }) => send({ ...params, page_size: 50 }))
 * const handlerPanel = createPanel({ actions: allActions, transport, handlers: [limited] })
 * ```
 */
export const handle = <A extends Action>(action: A, handler: ActionHandler<A>): BoundHandler<A> =>
  ({ action, run: handler }) as unknown as BoundHandler<A>

/** A handler with its action. */
export interface BoundHandler<A = Action> extends HandlerEntry {
  /** For the compiler only: the action. */
  readonly answers?: A
}
