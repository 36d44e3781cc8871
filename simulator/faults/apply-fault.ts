import type { Answer, SimulatedAnswer } from '../exchange'
import { Refusal } from '../refusal'
import { reportedMsg } from '../reported-answers'
import type { Fault } from './fault'

/** Longer than the timeout of one request. */
const SLOW_MS = 15_000
const RETRY_AFTER_SECONDS = 1
const EXPLANATION = 'simulated fault'

const html = (status: number, title: string, headers = {}): Answer => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'text/html', ...headers },
  body: `<!doctype html><title>${title}</title><h1>${title}</h1>`,
})

const tooMany = (seconds: number): Answer =>
  html(429, 'Too Many Requests', { 'retry-after': String(seconds) })

/** The answer to a request that does not reach the cloud; undefined for a fault of the answer. */
export const answerBefore = (
  fault: Fault | undefined,
  answerOf: (refusal: Refusal) => Answer,
): SimulatedAnswer | undefined => {
  if (fault === undefined) return undefined
  if (fault === 'drop-before') return { kind: 'dropped', when: 'before' }
  if (fault === 'throttle') return tooMany(RETRY_AFTER_SECONDS)
  if (typeof fault === 'object' && 'throttleSeconds' in fault) return tooMany(fault.throttleSeconds)
  if (typeof fault === 'string' || 'slowMs' in fault) return undefined
  if ('status' in fault) return html(fault.status, `Status ${fault.status}`)
  const { vendorCode, msg = reportedMsg(vendorCode) ?? EXPLANATION } = fault
  return answerOf(new Refusal(vendorCode, msg, EXPLANATION))
}

/** Applies a fault to the answer of an executed request. */
export const corruptResponse = (answer: Answer, fault: Fault | undefined): SimulatedAnswer => {
  switch (fault) {
    case 'drop-after':
      return { kind: 'dropped', when: 'after' }
    case 'garbage':
      return html(200, 'Welcome')
    case 'truncate':
      return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) }
    case 'empty':
      return { ...answer, body: '' }
    case 'slow':
      return { ...answer, delayMs: SLOW_MS }
    default:
      return typeof fault === 'object' && 'slowMs' in fault
        ? { ...answer, delayMs: fault.slowMs }
        : answer
  }
}
