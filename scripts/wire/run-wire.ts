import { type Clock, realTime } from '../../src/core/clock'
import { connectDirectly, connectOverGateway } from './connect'
import { CALL_HEADER, isToken, serveCountingCloud } from './counting-cloud'
import { forwardTo } from './forward'
import type { JudgedCall, Unjudged } from './judge'
import { makeCalls } from './make-calls'
import { loadPackage } from './package'
import { startProxy } from './proxy'
import { oneOf, seededRandom } from './random'
import { timesOf, type WirePlace } from './times'
import { wireCall } from './wire-call'
import { type WireFault, wireFaults } from './wire-fault'

/** The share of requests for a token that meet a fault. */
const TOKEN_FAULT = 0.2
const PANELS = 40

export interface WireOptions {
  readonly calls: number
  readonly seed: number
  /** @default 'panel' */
  readonly between?: WirePlace
  /** Panels that call at the same time. @default 40 */
  readonly panels?: number
  readonly clock?: Clock
  /** With the number of calls that have ended. */
  readonly onCall?: (calls: number) => void
}

export interface WireRun {
  readonly origin: string
  readonly calls: readonly JudgedCall[]
  /** Requests that reached the proxy. */
  readonly requests: number
  /** Requests that met a fault. */
  readonly faults: number
}

/** Makes calls over real sockets through a faulty proxy, and returns how each ended and what the cloud executed. */
export const runWire = async (options: WireOptions): Promise<WireRun> => {
  const { clock = realTime, between = 'panel', panels = PANELS, onCall } = options
  const times = timesOf[between]
  const isSigned = between === 'gateway'
  const random = seededRandom(options.seed)
  const { origin, lockpanel } = await loadPackage()
  const cloud = await serveCountingCloud(random)
  const calls = Array.from({ length: options.calls }, (_, number) =>
    wireCall(number, random, isSigned),
  )
  const faultsLeft = new Map(calls.map(({ id, faults }) => [id, [...faults]]))
  const counts = { requests: 0, faults: 0 }
  const proxy = await startProxy({
    forward: forwardTo(cloud.url),
    times: times.faults,
    clock,
    random,
    faultOf: (request) => {
      const fault = isToken(request)
        ? tokenFault(random)
        : (faultsLeft.get(request.headers[CALL_HEADER] ?? '')?.shift() ?? 'none')
      counts.requests += 1
      if (fault !== 'none') counts.faults += 1
      return fault
    },
  })
  const ended: Unjudged[] = []
  const { clientId, accessKey: secret } = cloud.simulator
  const connections = await (isSigned ? connectOverGateway : connectDirectly)(lockpanel, {
    baseUrl: proxy.url,
    clientId,
    secret,
    clock,
    random,
  })
  await makeCalls(
    {
      lockpanel,
      connect: connections.connect,
      times,
      clock,
      random,
      calls,
      onEnd: (call, ending) => {
        ended.push({ call, ending })
        onCall?.(ended.length)
      },
    },
    Math.min(panels, calls.length),
  )
  // A request that the proxy still holds may execute after its call has ended.
  await proxy.idle()
  await connections.close()
  await proxy.close()
  await cloud.close()
  const judged = ended.map((one) => ({ ...one, executions: cloud.executionsOf(one.call.id) }))
  return { origin, calls: judged, ...counts }
}

const tokenFault = (random: () => number): WireFault =>
  random() < TOKEN_FAULT ? oneOf(random, wireFaults) : 'none'
