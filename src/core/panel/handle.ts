import type { Observable } from 'rxjs'
import type { Action, ParamsOf, ResultOf } from '../action'
import type { HandlerEntry } from '../pipeline/handler'

/** What a handler gets beside the parameters. */
export interface HandlerContext<A> {
  readonly action: A
  /** Which try it is, from 1. */
  readonly attempt: number
  /** The default way: encode, send, take the envelope off, decode. */
  readonly send: (params: ParamsOf<A>) => Observable<ResultOf<A>>
}

/** Answers an action in place of the default way. What it gives is decoded by the contract too. */
export type ActionHandler<A> = (
  params: ParamsOf<A>,
  context: HandlerContext<A>,
) => Observable<ResultOf<A>>

/** Binds a handler to its action, for `createPanel({ handlers })`. Window, retry, queue and time-outs hold for it too. */
export const handle = <A extends Action>(action: A, handler: ActionHandler<A>): BoundHandler<A> =>
  ({ action, run: handler }) as unknown as BoundHandler<A>

/** A handler with its action. */
export interface BoundHandler<A = Action> extends HandlerEntry {
  /** Only for the compiler: which action it answers. */
  readonly answers?: A
}
