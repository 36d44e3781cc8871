import { type CallFacts, type Facts, isSync, WINDOW_MS } from '../facts'
import type { OutcomeKind } from '../story'

type End = OutcomeKind | 'aborted'

/** What may be sent again after which end, from `docs/guide/retries.md`. An aborted request has timed out. */
const mayFollow: Readonly<Record<string, readonly End[]>> = {
  read: ['refused', 'busy', 'not sent', 'lost', 'not JSON', 'throws', 'aborted'],
  once: ['refused', 'not sent'],
  ticket: ['not sent'],
}

/** After a story: the requests of each call that has the default handler. */
export const checkRetries = ({ calls, findings }: Facts): void => {
  for (const call of calls)
    if (call.script.handler === undefined)
      for (const requestId of call.requestIds) checkCall(call, requestId, findings)
}

const checkCall = (call: CallFacts, requestId: string, findings: Set<string>): void => {
  const requests = call.requests.filter((sent) => sent.requestId === requestId)
  const { maxAttempts = 3 } = call.script
  if (requests.length > maxAttempts)
    findings.add(`${call.note} is sent ${requests.length} times, and maxAttempts is ${maxAttempts}`)
  const endings = mayFollow[call.class] ?? (mayFollow.read as readonly End[])
  requests.slice(1).forEach((next, index) => {
    const before = requests[index]
    if (before?.end === undefined) return
    const { end, isAnnounced, arrivedAt } = before
    const wasNeverSent = isAnnounced && arrivedAt === undefined
    if (!wasNeverSent && !endings.includes(end))
      findings.add(`${call.note} is sent again after "${end}"`)
    const waitsForWindow = isSync(call) && !wasNeverSent && end !== 'not sent'
    if (waitsForWindow && (next.arrivedAt ?? Infinity) < before.endedAt + WINDOW_MS)
      findings.add(`${call.note} is sent again within its window`)
  })
}
