import { createSimulator } from '../../simulator'
import type { SimulatedAnswer, SimulatedRequest } from '../../simulator/exchange'
import { serve } from '../../simulator/http/serve'

/** The header that names the call of a request. */
export const CALL_HEADER = 'x-wire-call'

/** What the simulated cloud did for one call. */
export interface Executions {
  /** Requests that it executed, of any kind. */
  requests: number
  /** Entries of the journal. */
  commands: number
}

/**
 * A simulated cloud on a socket that counts by call. It answers a repeated Idempotency-Key with the first answer, as a
 * server of the app has to.
 */
export const serveCountingCloud = async (random: () => number) => {
  const simulator = createSimulator({ random })
  const executions = new Map<string, Executions>()
  const answers = new Map<string, SimulatedAnswer>()

  const count = (request: SimulatedRequest, commands: number, answer: SimulatedAnswer) => {
    const call = request.headers[CALL_HEADER] ?? ''
    const known = executions.get(call) ?? { requests: 0, commands: 0 }
    executions.set(call, known)
    known.commands += commands
    if (answer.kind === 'answer' && isSuccess(answer.body)) known.requests += 1
  }
  const handle = (request: SimulatedRequest): SimulatedAnswer => {
    const key = request.headers['idempotency-key']
    const repeated = key === undefined ? undefined : answers.get(key)
    if (repeated !== undefined) return repeated
    const before = simulator.journal.length
    const answer = simulator.handle(request)
    if (!isToken(request)) count(request, simulator.journal.length - before, answer)
    if (key !== undefined) answers.set(key, answer)
    return answer
  }
  const { url, close } = await serve(simulator, {}, handle)
  return {
    simulator,
    url,
    close,
    executionsOf: (call: string): Executions =>
      executions.get(call) ?? { requests: 0, commands: 0 },
  }
}

/** A call may need a token first, which is a request of its own. */
export const isToken = ({ path }: { readonly path: string }): boolean =>
  path.startsWith('/v1.0/token')

const isSuccess = (body: string): boolean =>
  (JSON.parse(body) as { readonly success?: unknown }).success === true
