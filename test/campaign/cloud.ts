import { Observable, type Subscriber, type Unsubscribable } from 'rxjs'
import { TransportError } from '../../src/core/errors/transport-error'
import type {
  Transport,
  TransportAnswer,
  TransportRequest,
} from '../../src/core/transport/transport'
import { PAGE_COUNT } from './actions'
import { type CallFacts, type Facts, SECRET, type SentRequest } from './facts'
import { checkArrival, checkOpening } from './rules/sending'
import type { Outcome } from './story'

const refusals = { refused: 1110, busy: 1111, denied: 1106, offline: 2312 } as const

/** A cloud that executes the outcome that the story has for each request, and keeps what it received. */
export const storyTransport = (
  facts: Facts,
  maxOpen: number,
  react: (call: CallFacts) => void,
): Transport => ({
  name: 'story',
  families: ['mini-program'],
  send: (request) =>
    new Observable((subscriber) => {
      const call = facts.callOfNote.get(request.params.note)
      if (call === undefined) {
        facts.findings.add('a request has the parameters of no call')
        return subscriber.complete()
      }
      const { outcomes } = call.script
      const outcome = outcomes[Math.min(call.requests.length, outcomes.length - 1)] as Outcome
      const sent = openRequest(facts, call, request, outcome)
      checkOpening(facts, sent, maxOpen)
      let timer: Unsubscribable | undefined
      const later = (work: () => void, ms: number | undefined) => {
        if (subscriber.closed) return
        if (ms === undefined) work()
        else timer = facts.clock.schedule(work, ms)
      }
      const end = (kind: SentRequest['end']) => {
        sent.end ??= kind
        sent.endedAt = facts.clock.now()
        facts.open.delete(sent)
      }
      subscriber.add(() => {
        timer?.unsubscribe()
        if (sent.end === undefined) end('aborted')
      })

      const deliver = () => {
        if (subscriber.closed || outcome.kind === 'silent') return
        sent.isDelivered = true
        end(outcome.kind)
        deliverTo(subscriber, sent, outcome, request)
      }
      const announced = sent.isAnnounced ? request.announceSending?.() : undefined
      const arrive = () => {
        if (subscriber.closed) return
        if (outcome.kind !== 'not sent') {
          sent.arrivedAt = facts.clock.now()
          checkArrival(facts, sent)
          announced?.(true)
        }
        later(deliver, outcome.afterMs)
      }
      sent.isOpening = true
      try {
        react(call)
        later(arrive, outcome.headersMs)
      } catch (error) {
        end('throws')
        throw error
      } finally {
        sent.isOpening = false
      }
    }),
})

const openRequest = (
  facts: Facts,
  call: CallFacts,
  { requestId, attempt, params }: TransportRequest,
  { headersMs }: Outcome,
): SentRequest => {
  const sent: SentRequest = {
    call,
    requestId,
    attempt,
    params: JSON.parse(JSON.stringify(params)),
    ref: `${call.note}#${call.requests.length + 1}`,
    isAnnounced: headersMs !== undefined,
    arrivedAt: undefined,
    end: undefined,
    endedAt: Number.POSITIVE_INFINITY,
    isDelivered: false,
    isOpening: false,
  }
  call.requests.push(sent)
  facts.requests.push(sent)
  facts.requestOfRef.set(sent.ref, sent)
  facts.open.add(sent)
  return sent
}

const deliverTo = (
  subscriber: Subscriber<TransportAnswer>,
  { call, ref, params }: SentRequest,
  { kind }: Outcome,
  origin: TransportRequest,
): unknown => {
  const answer = (value: unknown) => {
    subscriber.next({ body: { value } })
    subscriber.complete()
  }
  switch (kind) {
    case 'answered':
      return answer({
        success: true,
        result:
          call.class === 'pages'
            ? { records: [{ ref }], has_more: Number(params.page_no) < PAGE_COUNT }
            : { ref, distributed: true, pin: `${SECRET}-pin` },
      })
    case 'unreadable':
      return answer({ success: true, result: `unreadable ${SECRET}` })
    case 'not JSON':
      subscriber.next({ body: { text: `<html>${SECRET}` }, statusCode: 200 })
      return subscriber.complete()
    case 'not sent':
      return subscriber.error(
        new TransportError(origin, { delivery: 'not-sent', reason: 'the host was not found' }),
      )
    case 'lost':
      return subscriber.error(
        new TransportError(origin, { delivery: 'unknown', reason: 'the connection broke' }),
      )
    case 'throws':
      return subscriber.error(new Error(`failed with ${SECRET}`))
    case 'silent':
      return
    default:
      return answer({ success: false, code: refusals[kind], msg: `no: ${params.ticket_id}` })
  }
}
