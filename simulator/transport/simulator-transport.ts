import { defer, map, type Observable } from 'rxjs'
import { TransportError } from '../../src/core/errors/transport-error'
import type {
  Transport,
  TransportAnswer,
  TransportRequest,
} from '../../src/core/transport/transport'
import type { SimulatedAnswer } from '../exchange'
import type { Protocol } from '../protocols/protocol'
import type { Simulator } from '../simulator'
import { answerInTime } from './answer-in-time'

/** A transport to the cloud within the process. An abort does not recall a request that arrived. */
export const simulatorTransport = (
  simulator: Pick<Simulator, 'handle' | 'clock'>,
  protocols: readonly Protocol[],
): Transport => ({
  name: 'simulator',
  families: protocols.map(({ family }) => family),
  send: (request): Observable<TransportAnswer> =>
    defer(() => {
      const protocol = protocols.find(({ family }) => family === request.family)
      if (protocol === undefined)
        throw new TypeError(`the simulator does not support the family ${request.family}`)
      return answerInTime(simulator)(protocol.write(request)).pipe(
        map((arrived) => read(arrived, request)),
      )
    }),
})

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
