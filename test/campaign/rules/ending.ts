import { type Facts, isCommand, isRunning, isSync, type Run } from '../facts'
import { checkRetries } from './retries'

export interface Leftovers {
  readonly timers: number
  readonly listeners: number
}

/** After a story, and again after `close()`: every call has one outcome, and nothing is left. */
export const checkEnding = (facts: Facts, { timers, listeners }: Leftovers): void => {
  const { findings, calls, open, events, callOfRequestId } = facts
  if (timers > 0) findings.add(`${timers} timers are left`)
  if (listeners > 0) findings.add(`${listeners} listeners are left`)
  if (open.size > 0) findings.add(`${open.size} requests are left open`)
  for (const call of calls) {
    if (isRunning(call)) findings.add(`${call.note} has not ended`)
    if (call.openHandlers > 0) findings.add(`a handler of ${call.note} has not ended`)
    for (const run of call.runs) checkNotifications(facts, call.note, run)
  }
  for (const [requestId, { endings }] of events)
    if (endings > 1)
      findings.add(`${callOfRequestId.get(requestId)?.note} has ${endings} ending events`)
  checkAnswers(facts)
  checkPages(facts)
  checkDistribution(facts)
  checkRetries(facts)
}

const checkNotifications = ({ findings }: Facts, note: string, { notifications }: Run): void => {
  const seen = notifications.join(', ')
  if (!['', 'next', 'next, complete', 'error'].includes(seen))
    findings.add(`a subscriber of ${note} received: ${seen}`)
}

/** An answer that reached the panel makes its call done. The app may have cancelled at that moment. */
const checkAnswers = ({ calls, findings }: Facts): void => {
  for (const call of calls) {
    if (isSync(call) || call.class === 'pages' || call.script.handler !== undefined) continue
    const answers = call.requests.filter(
      ({ end, isDelivered }) => end === 'answered' && isDelivered,
    )
    const done = call.runs.filter(({ state }) => state === 'done')
    const dropped = call.runs.filter(
      ({ state, error }) => state === 'unsubscribed' || error?.kind === 'cancelled',
    )
    if (isCommand(call) && answers.length > 0 && done.length + dropped.length < call.runs.length)
      findings.add(`${call.note} was answered, and is not done`)
    if (!isCommand(call) && done.length + dropped.length < answers.length)
      findings.add(`${call.note} has ${answers.length} answers, and ${done.length} done`)
    if (!isCommand(call) && done.length > answers.length)
      findings.add(`${call.note} has ${answers.length} answers, and ${done.length} done`)
  }
}

/** Each page is read once, in order, also if several are asked for at once. */
const checkPages = ({ calls, requestOfRef, findings }: Facts): void => {
  for (const { note, class: actionClass, runs } of calls) {
    if (actionClass !== 'pages') continue
    const pages = runs
      .map(
        ({ value }) => (value as { records: readonly { ref: string }[] } | undefined)?.records[0],
      )
      .filter((row) => row !== undefined)
      .map(({ ref }) => requestOfRef.get(ref)?.params.page_no)
    if (pages.some((page, index) => page !== index + 1))
      findings.add(`${note} reads the pages ${pages.join(', ')}`)
  }
}

/**
 * Exactly one receiver of an answer passes the command of a synchronisation on to the lock. None may, if the app ended that
 * receiver at the moment of the answer.
 */
const checkDistribution = ({ calls, requestOfRef, findings }: Facts): void => {
  const receivers = new Map<string, boolean[]>()
  const plain = calls.filter((call) => isSync(call) && call.script.handler === undefined)
  for (const { runs } of plain)
    for (const { state, value } of runs)
      if (state === 'done') {
        const { ref, distributed } = value as { ref: string; distributed: boolean }
        receivers.set(ref, [...(receivers.get(ref) ?? []), distributed])
      }
  for (const [ref, all] of receivers) {
    const count = all.filter((distributed) => distributed).length
    const answeredAt = requestOfRef.get(ref)?.endedAt
    const wasDropped = plain.some(({ runs }) =>
      runs.some(({ state, endedAt }) => state !== 'done' && endedAt === answeredAt),
    )
    if (count > 1 || (count === 0 && !wasDropped))
      findings.add(`${count} receivers of the answer ${ref} have to pass its command on`)
  }
}
