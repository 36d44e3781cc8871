import type { SdkError } from '../../../src/core/errors/sdk-error'
import {
  type CallFacts,
  type Facts,
  isCertainlyNotExecuted,
  isCommand,
  isSync,
  type Run,
  secretsIn,
  WINDOW_MS,
} from '../facts'
import { OWN_ANSWER } from '../handlers'
import type { OutcomeKind } from '../story'

type Fields = Readonly<Record<string, unknown>>

/** When a run has ended: its outcome against what the cloud received and answered. */
export const checkOutcome = (facts: Facts, call: CallFacts, run: Run): void => {
  const report = (what: string) => facts.findings.add(`${call.note} ${what}`)
  if (run.state === 'done') checkDone(facts, call, run, report)
  else if (run.error !== undefined) checkError(facts, call, run, run.error, report)
}

type Report = (what: string) => void

/** Done needs an answer to this call. */
const checkDone = (facts: Facts, call: CallFacts, run: Run, report: Report): unknown => {
  const [row = run.value] = ((run.value as Fields).records ?? []) as readonly unknown[]
  const { ref } = row as Fields
  if (ref === OWN_ANSWER && call.script.handler !== undefined) return
  const answered = facts.requestOfRef.get(ref)
  if (answered === undefined || answered.end !== 'answered' || !answered.isDelivered)
    return report('is done without an answer')
  if (!isSync(call)) {
    if (answered.call !== call) report(`is done with the answer to ${answered.call.note}`)
    return
  }
  const { action, expected, script } = answered.call
  if (action !== call.action || expected.device_id !== call.expected.device_id)
    report(`is done with the answer to ${answered.call.note}`)
  const isHeld = facts.holds.some(({ device }) => device === expected.device_id)
  // A handler may keep an answer while it sends again.
  const isFresh = isHeld || script.handler !== undefined
  if (!isFresh && answered.endedAt + WINDOW_MS < run.startedAt) report('is done with an old answer')
}

const checkError = (
  facts: Facts,
  call: CallFacts,
  run: Run,
  error: SdkError,
  report: Report,
): unknown => {
  const { kind } = error
  if (secretsIn(error)) report(`fails with an error (${kind}) that contains a secret`)
  if (kind === undefined) return report(`fails with ${String(error)}`)
  if (['params', 'unsupported', 'lock'].includes(kind)) report(`fails with ${error.message}`)
  if (kind === 'cancelled' && !mayBeCancelled(facts, call)) report('is cancelled for no reason')
  if (kind === 'outcome-unknown' && !isCommand(call)) report('has an unknown outcome')
  // A handler may use other channels, and a shared request has the id of another call.
  if (call.script.handler === undefined && !isSync(call)) checkDelivery(call, run, error, report)
}

const mayBeCancelled = ({ closedAt, abortedSignals }: Facts, { script, runs }: CallFacts) =>
  closedAt !== undefined ||
  (script.signal !== undefined && abortedSignals.has(script.signal)) ||
  runs.some(({ state }) => state === 'unsubscribed')

const codes: Readonly<Record<number, OutcomeKind>> = {
  1110: 'refused',
  1111: 'busy',
  1106: 'denied',
  2312: 'offline',
}

const checkDelivery = (call: CallFacts, run: Run, error: SdkError, report: Report): void => {
  const { kind, delivery, code } = error as SdkError & { delivery?: string; code?: number }
  const requests = call.requests.filter(({ requestId }) => requestId === error.requestId)
  const open = requests.filter((sent) => !isCertainlyNotExecuted(sent))
  const wasArrived = open.some(({ arrivedAt }) => arrivedAt !== undefined)
  if (delivery === 'not-sent' && wasArrived) report(`is reported as not sent (${kind})`)
  // The app may cancel at the moment of the answer, before the panel has read it.
  const isUnread = kind === 'cancelled' && requests.length > 0
  if (delivery === 'unknown' && open.length === 0 && !isUnread)
    report(`is reported as sent (${kind})`)
  if (kind === 'outcome-unknown' && open.length === 0) report('has an unknown outcome, unsent')
  const last = requests[requests.length - 1]
  if (kind === 'vendor' && last?.end !== codes[code ?? 0]) report(`is refused with ${code}`)
  if (!isCommand(call) || kind === 'outcome-unknown' || kind === 'cancelled') return
  // The cloud may have executed it, and said nothing that the panel could read.
  const isInDoubt = open.some(
    ({ end, isDelivered }) =>
      end === 'lost' ||
      end === 'not JSON' ||
      end === 'unreadable' ||
      end === 'throws' ||
      (end === 'answered' && isDelivered) ||
      !isDelivered,
  )
  if (isInDoubt && run.state === 'failed')
    report(`fails with ${kind} although the cloud may have executed it`)
}
