import type { SingleSubscriber } from '../rx/single-subscriber'
import type { Call } from './call'
import { asNotDistributed } from './sync-codes'

/** One call that waits for a request or for its answer. */
export interface Receiver {
  readonly call: Call
  readonly subscriber: SingleSubscriber<unknown>
}

/** The window is still open, and an earlier receiver passes the command on. */
export const shareAnswer = (answer: unknown, { call, subscriber }: Receiver): void => {
  call.emit({ type: 'sharing' })
  subscriber.succeed(asNotDistributed(call.action, answer))
}
