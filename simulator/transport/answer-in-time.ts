import { asapScheduler, defer, delay, type Observable, observeOn, of } from 'rxjs'
import type { SimulatedAnswer, SimulatedRequest } from '../exchange'
import type { Simulator } from '../simulator'

/**
 * Sends a request on subscription. The answer arrives after its delay, and asynchronously, as over a
 * network; unsubscribing does not recall a request that arrived.
 */
export const answerInTime =
  ({ handle, clock }: Pick<Simulator, 'handle' | 'clock'>) =>
  (request: SimulatedRequest): Observable<SimulatedAnswer> =>
    defer(() => {
      const answer = handle(request)
      const delayMs = answer.kind === 'answer' ? (answer.delayMs ?? 0) : 0
      return of(answer).pipe(delayMs === 0 ? observeOn(asapScheduler) : delay(delayMs, clock))
    })
