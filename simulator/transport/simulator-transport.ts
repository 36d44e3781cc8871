import { asapScheduler, defer, delay, map, type Observable, observeOn, of } from 'rxjs'
import { TransportError } from '../../src/core/errors/transport-error'
import type {
  Transport,
  TransportAnswer,
  TransportRequest,
} from '../../src/core/transport/transport'
import type { Dialect } from '../dialects/dialect'
import type { SimulatedAnswer } from '../exchange'
import type { Simulator } from '../simulator'

/**
 * The way to the cloud within one process. The request arrives when somebody subscribes; the answer comes later
 * even when it is not slow, as over a network. An abort recalls nothing that arrived.
 */
export const simulatorTransport = (
  { handle, clock }: Pick<Simulator, 'handle' | 'clock'>,
  dialects: readonly Dialect[],
): Transport => ({
  name: 'simulator',
  families: dialects.map(({ family }) => family),
  send: (request): Observable<TransportAnswer> =>
    defer(() => {
      const dialect = dialects.find(({ family }) => family === request.family)
      if (dialect === undefined)
        throw new TypeError(`the simulator does not speak ${request.family}`)
      const answer = handle(dialect.write(request))
      return of(answer).pipe(
        delayOf(answer) === 0 ? observeOn(asapScheduler) : delay(delayOf(answer), clock.scheduler),
        map((arrived) => read(arrived, request)),
      )
    }),
})

const delayOf = (answer: SimulatedAnswer): number =>
  answer.kind === 'answer' ? (answer.delayMs ?? 0) : 0

const read = (answer: SimulatedAnswer, request: TransportRequest): TransportAnswer => {
  if (answer.kind === 'dropped')
    throw new TransportError(request, { delivery: 'unknown', reason: 'the connection broke' })
  const retryAfter = answer.headers['retry-after']
  return {
    body: { text: answer.body },
    statusCode: answer.status,
    retryAfterMs: retryAfter === undefined ? undefined : Number(retryAfter) * 1000,
  }
}
