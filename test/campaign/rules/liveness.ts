import {
  type CallFacts,
  deadlineOf,
  type Facts,
  isCertainlyNotExecuted,
  isCommand,
  isRunning,
  isSync,
  type SentRequest,
  WINDOW_MS,
} from '../facts'

/** Between two steps: every call that has not ended waits for something that will happen. */
export const checkProgress = (facts: Facts, maxOpen: number): void => {
  const { findings, calls, clock, open } = facts
  const running = calls.filter(isRunning)
  for (const call of running)
    for (const { state, startedAt } of call.runs)
      if (state === 'running' && clock.now() > startedAt + deadlineOf(call))
        findings.add(`${call.note} is open after its deadline`)
  // A handler has one place in the queue for all its requests.
  const plain = [...open].filter(({ call }) => call.script.handler === undefined)
  const handlerCount = calls.reduce((sum, { openHandlers }) => sum + openHandlers, 0)
  if (plain.length + handlerCount >= maxOpen) return
  for (const call of running)
    if (isSync(call) ? !isDeviceBusy(facts, call) : !isBusy(facts, call))
      findings.add(`${call.note} waits for nothing`)
}

/** At any moment: no timer runs for calls that have all ended, and for windows that are all closed. */
export const checkIdle = ({ findings, calls, clock, holds }: Facts): void => {
  const now = clock.now()
  const isIdle =
    holds.every(({ until }) => until <= now) &&
    calls.every(
      (call) =>
        !isRunning(call) &&
        // Its own timer.
        call.script.handler !== 'sends after its end',
    ) &&
    !mayKeepWindow(calls.filter(isSync), now)
  if (isIdle && clock.pendingCount() > 0) findings.add('a timer runs, and nothing needs it')
}

/** As many requests, handlers and waits as runs; all runs of a command, and all pages, share one. */
const isBusy = (facts: Facts, call: CallFacts): boolean => {
  const { runs, requestIds, openHandlers, class: actionClass } = call
  const count = runs.filter(({ state }) => state === 'running').length
  const needed = isCommand(call) || actionClass === 'pages' ? 1 : count
  let busy = openHandlers
  const open = new Set([...facts.open].map(({ requestId }) => requestId))
  for (const requestId of requestIds)
    if (open.has(requestId) ? openHandlers === 0 : isRetryDue(facts, requestId)) busy++
  return busy >= needed
}

const isRetryDue = ({ events, clock }: Facts, requestId: string): boolean =>
  (events.get(requestId)?.retryAt ?? 0) >= clock.now()

/** The device has an open request, an open window, a hold, a handler or a wait before a retry. */
const isDeviceBusy = (facts: Facts, { expected: { device_id } }: CallFacts): boolean => {
  const now = facts.clock.now()
  const isOfDevice = (other: CallFacts) => isSync(other) && other.expected.device_id === device_id
  if (facts.holds.some(({ device, until }) => device === device_id && until > now)) return true
  for (const { call } of facts.open) if (isOfDevice(call)) return true
  const calls = facts.calls.filter(isOfDevice)
  return (
    mayKeepWindow(calls, now) ||
    calls.some(
      ({ openHandlers, requestIds }) =>
        openHandlers > 0 || [...requestIds].some((requestId) => isRetryDue(facts, requestId)),
    )
  )
}

/** A window lasts five seconds from the end of a request, or from the end of the callers who waited to retry it. */
const mayKeepWindow = (calls: readonly CallFacts[], now: number): boolean => {
  const isOpen = ({ endedAt }: { readonly endedAt: number }) =>
    endedAt <= now && now < endedAt + WINDOW_MS
  const ended = calls.flatMap(({ runs }) => runs.filter(({ state }) => state !== 'running'))
  // The panel has not read an answer at whose moment the app ended the last caller.
  const isUnread = (sent: SentRequest) =>
    ended.some(({ state, endedAt }) => state !== 'done' && endedAt === sent.endedAt)
  const unsure = calls.flatMap(({ requests }) =>
    requests.filter(
      (sent) =>
        !isCertainlyNotExecuted(sent) ||
        ((sent.arrivedAt !== undefined || !sent.isAnnounced) && isUnread(sent)),
    ),
  )
  if (unsure.some(isOpen)) return true
  // A handler may have sent over another channel.
  const wasSent = unsure.length > 0 || calls.some(({ script }) => script.handler !== undefined)
  return wasSent && ended.some(isOpen)
}
