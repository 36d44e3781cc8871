import type { CallFacts, Facts, SentRequest } from '../facts'
import { isCertainlyNotExecuted, isCommand, isEnding, isSync, WINDOW_MS } from '../facts'
import { isStackDeep } from './stack-depth'

/** One request in so many looks at the stack, because that is slow. */
const SAMPLE = 50

/** When the panel hands a request to the transport: the limit of open requests, the parameters, the order. */
export const checkOpening = (facts: Facts, sent: SentRequest, maxOpen: number): void => {
  const { call } = sent
  const { findings, open } = facts
  // A handler that sends twice at once has one place in the queue.
  const slots = new Set([...open].map(({ requestId }) => requestId))
  if (slots.size > maxOpen)
    findings.add(`${slots.size} requests are open, and maxOpen is ${maxOpen}`)
  if (facts.requests.length % SAMPLE === 0 && isStackDeep())
    findings.add('a long queue nests its calls')
  checkParams(facts, sent)
  checkCallers(facts, sent, facts.clock.now())
  if (call.script.background && call.script.handler === undefined && !isSync(call))
    for (const [requestId, { type }] of facts.events) {
      if ([...open].some((request) => request.requestId === requestId)) continue
      const other = facts.callOfRequestId.get(requestId)
      if (type === 'queued' && other && isFirst(other) && !isEnding(facts, other))
        findings.add(`${call.note} of the background is sent before ${other.note}`)
    }
}

/** The event of a handler's call does not say that it has its place. */
const isFirst = (call: CallFacts): boolean =>
  !call.script.background && call.script.handler === undefined && call.class !== 'pages'

const checkParams = ({ findings, calls }: Facts, { call, params }: SentRequest): void => {
  const expected = { ...call.expected }
  const actual = { ...params }
  delete actual.part
  if (isSync(call)) {
    if (!isUnionOf(codesOf(params), codesOf(expected), othersOf(call, calls)))
      findings.add(`${call.note} is sent for other codes than those of its callers`)
    delete actual.codes
    delete expected.codes
  }
  if (call.class === 'pages') delete expected.page_no
  if (call.class === 'pages') delete actual.page_no
  if (JSON.stringify(sorted(actual)) !== JSON.stringify(sorted(expected)))
    findings.add(`${call.note} is sent with other parameters than those of the call`)
}

const sorted = (params: object) => Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1))
/** Empty: all codes. */
const codesOf = ({ codes }: { readonly codes?: unknown }): readonly string[] =>
  String(codes ?? '').split(',')
const othersOf = (call: CallFacts, calls: readonly CallFacts[]) =>
  calls.filter(
    (other) => other.action === call.action && other.expected.device_id === call.expected.device_id,
  )

const isUnionOf = (
  sent: readonly string[],
  own: readonly string[],
  calls: readonly CallFacts[],
): boolean =>
  own.every((code) => sent.includes(code) || sent.includes('')) &&
  sent.every((code) => calls.some(({ expected }) => codesOf(expected).includes(code)))

/** When a request reaches the cloud. */
export const checkArrival = (facts: Facts, sent: SentRequest): void => {
  if (!sent.isOpening) checkCallers(facts, sent, facts.clock.now() - 1)
  if (isCommand(sent.call)) checkCommand(facts, sent)
  if (isSync(sent.call)) checkWindow(facts, sent)
}

/**
 * Nothing is sent for callers that have ended, or are about to end at this moment. A transport that waits before it sends,
 * for example for headers, may send at the moment of the deadline: of two timers of one moment either may be the first.
 */
const checkCallers = (facts: Facts, { call }: SentRequest, nowMs: number): void => {
  const receivers = isSync(call) ? othersOf(call, facts.calls) : [call]
  // The handler of a command that has begun may finish it.
  const mayFinish = facts.closedAt !== undefined && isCommand(call) && call.openHandlers > 0
  if (!mayFinish && receivers.every((receiver) => isEnding(facts, receiver, nowMs)))
    facts.findings.add(
      `${call.note} is sent although ${facts.closedAt === undefined ? 'its callers have ended' : 'the panel is closed'}`,
    )
}

/** After a request that may have executed, a command is not sent again; nor is a ticket that the cloud received. */
const checkCommand = ({ findings }: Facts, sent: SentRequest): void => {
  const { call, params } = sent
  for (const before of call.requests) {
    if (before === sent || before.arrivedAt === undefined) continue
    const isOtherPart = before.params.part !== params.part
    if (isOtherPart && before.isDelivered && before.end !== 'lost') continue
    if (!isCertainlyNotExecuted(before))
      findings.add(`the command of ${call.note} is sent again after "${before.end}"`)
    else if (call.class === 'ticket' && before.end === 'refused' && !isOtherPart)
      findings.add(`the ticket of ${call.note} is sent again after "${before.end}"`)
  }
}

const checkWindow = ({ findings, requests, clock, holds }: Facts, sent: SentRequest): void => {
  const device = sent.params.device_id
  // A hold does not stop a request that has its window already.
  const startedAt = Math.min(...sent.call.runs.map((run) => run.startedAt))
  for (const hold of holds)
    if (hold.device === device && hold.from < startedAt && clock.now() < hold.until)
      findings.add(`${sent.call.note} is sent although its device is held`)
  for (const before of requests) {
    if (before === sent || !isSync(before.call) || before.params.device_id !== device) continue
    if (before.requestId === sent.requestId && before.attempt === sent.attempt) continue
    if (before.arrivedAt === undefined || isCertainlyNotExecuted(before)) continue
    if (clock.now() < before.endedAt + WINDOW_MS)
      findings.add(
        `${sent.call.note} is sent within five seconds of ${before.call.note}, for one device`,
      )
  }
}
