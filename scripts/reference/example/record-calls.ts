import {
  createClock,
  createSimulator,
  type SimulatedRequest,
  type Simulator,
} from '../../../simulator'
import type { Action } from '../../../src/core/action'
import { exampleParams } from '../../../test/support/examples'

/** A call that an example makes before its own, with the answer. */
export interface EarlierCall {
  readonly name: string
  readonly params: unknown
  readonly result: unknown
}

/** The parameters of an example, and the calls that gave it tickets and ids. */
export interface RecordedExample {
  readonly params: unknown
  readonly earlier: readonly EarlierCall[]
  readonly accessKey: string
}

/** The start of the clock in docs/guide/setup.md. */
const startMs = Date.UTC(2026, 5, 1, 12)

/** The example that the tests call each action with, as it is on the clock of the guide. */
export const recordExample = ({ name }: Action): RecordedExample => {
  const simulator = createSimulator({ clock: createClock({ startMs, frozen: true }) })
  const earlier: EarlierCall[] = []
  const handle: Simulator['handle'] = (request) => {
    const answer = simulator.handle(request)
    const call = callIn(request)
    if (call !== undefined && answer.kind !== 'dropped')
      earlier.push({ ...call, result: JSON.parse(answer.body).result })
    return answer
  }
  const recording = new Proxy(simulator, {
    get: (target, key) => (key === 'handle' ? handle : Reflect.get(target, key)),
  })
  return { params: exampleParams(name, recording), earlier, accessKey: simulator.accessKey }
}

/** Examples prepare with calls of these two families. */
const callIn = ({ body }: SimulatedRequest): Omit<EarlierCall, 'result'> | undefined => {
  if (body === '') return undefined
  const { action, params, a, postData } = JSON.parse(body)
  if (action !== undefined) return { name: action, params }
  return a === undefined ? undefined : { name: a, params: postData }
}
