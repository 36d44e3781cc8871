import type { Simulator } from '../simulator'
import { EXPLANATION_HEADER } from '../simulator/envelopes'
import type { SimulatedAnswer } from '../simulator/exchange'
import type { Output } from './host'

type Handle = Simulator['handle']

/**
 * Answers as the simulator does, and writes one line for each request: time (UTC), action, answer, executed commands. The line of a
 * refusal explains it. Values of parameters, headers and results are left out, because they contain secrets.
 */
export const loggedHandle =
  (
    simulator: Pick<Simulator, 'handle' | 'requests' | 'journal' | 'clock'>,
    output: Output,
  ): Handle =>
  (request) => {
    const { requests } = simulator
    const before = { requests: requests.length, commands: simulator.journal.length }
    const answer = simulator.handle(request)
    const action = requests[before.requests]?.action ?? `${request.method} of an unknown action`
    const commands = simulator.journal.slice(before.commands).map(({ command }) => command)
    const words = [outcomeOf(answer), ...commands.map((command) => `executed ${command}`)]
    const time = new Date(simulator.clock.now()).toISOString().slice(11, 19)
    output.write(`${time} ${printable(action)}: ${words.join(', ')}\n`)
    return answer
  }

/** A client chooses the name of an action, and control characters would change the terminal. */
const printable = (text: string): string => text.replace(/[^\x20-\x7e]/g, '?').slice(0, 100)

const outcomeOf = (answer: SimulatedAnswer): string => {
  if (answer.kind === 'dropped') return `connection dropped ${answer.when} the execution`
  const code = codeOf(answer.body)
  if (code !== undefined) return `refused with ${code} (${answer.headers[EXPLANATION_HEADER]})`
  return answer.status === 200 ? 'answered' : `HTTP ${answer.status}`
}

/** The code of a refusal; a fault may have cut the body. */
const codeOf = (body: string): string | undefined => {
  try {
    const { success, code, errorCode } = JSON.parse(body)
    return success === false ? String(code ?? errorCode) : undefined
  } catch {
    return undefined
  }
}
