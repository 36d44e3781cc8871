import { Observable } from 'rxjs'
import type { Action, ParamsOf, ResultOf } from '../action'
import { realTime } from '../clock'
import { handlerStage } from '../pipeline/handler'
import { SingleSubscriber } from '../rx/single-subscriber'
import { createSubject } from '../rx/subject'
import type { Transport } from '../transport/transport'
import { callFactory, copyInput } from './call-factory'
import type { BoundHandler } from './handle'

/**
 * Options of `runHandler`.
 *
 * @example
 * ```ts
 * const options: RunHandlerOptions = { reply: { success: true, result: { total: 0, records: [] } } }
 * ```
 */
export interface RunHandlerOptions {
  /**
   * The cloud's answer to each `send`, with or without the vendor's envelope, or an error to fail with. A function gets
   * the encoded parameters.
   */
  readonly reply?: unknown
  /** The number of the request that the handler sees. @default 1 */
  readonly attempt?: number
}

/**
 * Runs one handler in a unit test, without a panel, retries or a clock.
 *
 * @example
 * ```ts
 * const handler = handle(currentTime, (params, { send }) => send(params))
 * const seconds = await runHandler(handler, {}, { reply: { success: true, result: 1700000000 } })
 * ```
 */
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
    clock: realTime,
    random: () => 0,
    deadlineMs: 0,
    events: createSubject(),
  })(action.name, copyInput(params))
  call.progress.attempt = attempt
  const run = handlerStage(cloud, new Map([[action.name, handler]]), 0, () => false)
  return new Promise<unknown>((resolve, reject) => {
    run(call, new SingleSubscriber({ succeed: resolve, fail: reject }))
  }) as Promise<ResultOf<A>>
}
