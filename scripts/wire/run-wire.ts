import { type Clock, realTime } from '../../src/core/clock'
import { CALL_HEADER, isToken, serveCountingCloud } from './counting-cloud'
import { forwardTo } from './forward'
import type { JudgedCall, Unjudged } from './judge'
import { makeCalls } from './make-calls'
import { loadPackage } from './package'
import { startProxy } from './proxy'
import { oneOf, seededRandom } from './random'
import { serveGateway } from './serve-gateway'
import { transportsToCloud, transportsToGateway } from './transports'
import { wireCall } from './wire-call'
import { type WireFault, wireFaults } from './wire-fault'

/** What is on this side of the proxy; the cloud is on the other side. */
export type Caller = 'panel' | 'gateway'

const TIMES = {
  panel: {
    /** The time limit of a request to the cloud, and two delays, below and above it. */
    requestMs: 400,
    delayMs: 30,
    longDelayMs: 600,
    timeoutMs: 400,
    deadlineMs: 3_000,
    /** Panels that call at the same time. */
    panels: 40,
  },
  // A panel waits longer than its gateway, so that it gets the gateway's answer.
  gateway: {
    requestMs: 1_000,
    delayMs: 30,
    longDelayMs: 1_400,
    timeoutMs: 3_000,
    deadlineMs: 10_000,
    panels: 10,
  },
} as const
/** The share of requests for a token that meet a fault. */
const TOKEN_FAULT = 0.2

export interface WireOptions {
  readonly calls: number
  readonly seed: number
  /** @default 'panel' */
  readonly between?: Caller
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
  const { clock = realTime, between = 'panel', onCall } = options
  const { requestMs, delayMs, longDelayMs, timeoutMs, deadlineMs, panels } = TIMES[between]
  const random = seededRandom(options.seed)
  const { origin, lockpanel } = await loadPackage()
  const cloud = await serveCountingCloud(random)
  const calls = Array.from({ length: options.calls }, (_, number) =>
    wireCall(number, random, between),
  )
  const faultsLeft = new Map(calls.map(({ id, faults }) => [id, [...faults]]))
  const counts = { requests: 0, faults: 0 }
  const proxy = await startProxy({
    forward: forwardTo(cloud.url),
    times: { delayMs, longDelayMs },
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
  const destination = { lockpanel, url: proxy.url, clientId, secret, clock, random }
  const gateway = between === 'gateway' ? await serveGateway(destination, requestMs) : undefined
  await makeCalls(
    {
      lockpanel,
      transportWith:
        gateway === undefined
          ? transportsToCloud(destination)
          : transportsToGateway(destination, gateway.url),
      timeoutMs,
      deadlineMs,
      clock,
      random,
      calls,
      onEnd: (call, ending) => {
        ended.push({ call, ending })
        gateway?.forget(call.id)
        onCall?.(ended.length)
      },
    },
    Math.min(panels, calls.length),
  )
  // A request that the proxy still holds may execute after its call has ended.
  await proxy.idle()
  await gateway?.close()
  await proxy.close()
  await cloud.close()
  const judged = ended.map((one) => ({ ...one, executions: cloud.executionsOf(one.call.id) }))
  return { origin, calls: judged, ...counts }
}

const tokenFault = (random: () => number): WireFault =>
  random() < TOKEN_FAULT ? oneOf(random, wireFaults) : 'none'
