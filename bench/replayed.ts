import { Observable, tap } from 'rxjs'
import type { Transport, TransportAnswer, TransportRequest } from '../src/core/transport/transport'

type Sent = Pick<TransportRequest, 'action' | 'params'>

/**
 * Sends each request once, and answers its repeats from memory, so that a repeated run measures no cloud. `sent` has the
 * requests since the last call of it.
 */
export const replayed = (
  transport: Transport,
): Transport & { readonly sent: () => readonly Sent[] } => {
  const answers = new Map<string, TransportAnswer>()
  let sent: Sent[] = []
  return {
    ...transport,
    name: 'replayed',
    send: (request) => {
      const { action, params } = request
      sent.push({ action, params })
      const key = JSON.stringify([action, params])
      const answer = answers.get(key)
      if (answer === undefined)
        return transport.send(request).pipe(tap((fresh) => answers.set(key, fresh)))
      return new Observable((subscriber) => {
        subscriber.next(answer)
        subscriber.complete()
      })
    },
    sent: () => {
      const since = sent
      sent = []
      return since
    },
  }
}
