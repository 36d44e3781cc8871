import { firstValueFrom, Observable } from 'rxjs'
import type { Action, ParamsOf, ResultOf } from '../action'
import { realTime } from '../clock'
import { handlerStage } from '../pipeline/handler'
import { createSubject } from '../rx/subject'
import type { Transport } from '../transport/transport'
import { callFactory } from './call-factory'
import type { BoundHandler } from './handle'

export interface RunHandlerOptions {
  /**
   * What the cloud answers to each `send`: an answer as the vendor gives it, with or without its envelope, or an
   * error to fail with. A function is asked with the parameters as they would leave.
   */
  readonly reply?: unknown
  /** @default 1 */
  readonly attempt?: number
}

/** Runs a handler by itself, as a unit test does: no panel, no retry, no clock. */
export const runHandler = async <A extends Action>(
  handler: BoundHandler<A>,
  params: ParamsOf<A>,
  { reply, attempt = 1 }: RunHandlerOptions = {},
): Promise<ResultOf<A>> => {
  const { action } = handler
  const cloud: Transport = {
    name: 'reply',
    families: [action.family],
    send: (request) =>
      new Observable((subscriber) => {
        const value: unknown = typeof reply === 'function' ? reply(request.params) : reply
        if (value instanceof Error) throw value
        subscriber.next({ body: { value } })
        subscriber.complete()
      }),
  }
  const call = callFactory(new Map([[action.name, action]]), {
    scheduler: realTime,
    random: () => 0,
    deadlineMs: 0,
    events: createSubject(),
  })(action.name, params)
  call.progress.attempt = attempt
  return firstValueFrom(handlerStage(cloud, new Map([[action.name, handler]]), 0)(call)) as Promise<
    ResultOf<A>
  >
}
