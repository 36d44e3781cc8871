import type { Observable } from 'rxjs'
import { deviationsOf } from '../envelope/drift'
import { type AnswerReading, readAnswer } from '../envelope/read-answer'
import { isSdkError, type SdkError } from '../errors/sdk-error'
import { describeThrown } from '../errors/thrown'
import { TransportError } from '../errors/transport-error'
import { singleResult } from '../rx/single-result'
import { noTransport } from '../transport/no-transport'
import type { Transport, TransportAnswer } from '../transport/transport'
import { type Call, deliveryOf, originOf } from './call'
import { type Sending, trackSending } from './track-sending'

/** Encodes, sends, unwraps the envelope, decodes. */
export const send = (
  transport: Transport | undefined,
  call: Call,
  params: Readonly<Record<string, unknown>>,
  timeoutMs: number,
): Observable<unknown> => {
  const { action } = call
  let sending: Sending | undefined
  let onTime: AnswerReading['onTime']
  return singleResult(
    () => {
      sending = trackSending(call)
      onTime = call.startRequest()
      return dispatch(transport, call, sending, params, timeoutMs)
    },
    {
      subscribed: () => sending?.assumeSent(),
      read: (answer) => {
        sending?.assumeSent()
        return readAnswer(action, params, answer, originOf(call), { ...readingOf(call), onTime })
      },
      missing: () => lost(call, 'the transport emitted no answer'),
      failure: (error) => {
        sending?.assumeSent()
        return asSdkError(error, call, 'the transport')
      },
    },
  )
}

const dispatch = (
  transport: Transport | undefined,
  call: Call,
  { announceSending, begin }: Sending,
  params: Readonly<Record<string, unknown>>,
  timeoutMs: number,
): Observable<TransportAnswer> => {
  const { action, progress, requestId } = call
  if (transport === undefined || !transport.families.includes(action.family))
    throw noTransport({ ...originOf(call), family: action.family }, transport?.families)
  const request = {
    action: action.name,
    family: action.family,
    version: versionOf(call),
    query: action.query,
    params: action.params.encode(params) as Readonly<Record<string, unknown>>,
    requestId,
    attempt: progress.attempt,
    announceSending,
    timeoutMs,
  }
  begin()
  return transport.send(request)
}

const versionOf = ({ action, options: { version, lockType } }: Call): string | undefined =>
  version ?? (lockType && action.versions?.[lockType]) ?? action.version

/** How the answers of a call are read. */
const readingOf = ({ isStrict, emit }: Call): AnswerReading => ({
  isStrict,
  onDrift: (drift) => emit(() => ({ type: 'drift', deviations: deviationsOf(drift) })),
})

/** A TransportError; `not-sent` if the failure came before the request was sent. */
export const lost = (call: Call, reason: string): SdkError =>
  new TransportError(originOf(call), { delivery: deliveryOf(call.progress), reason })

/** A third-party error may quote a body or a header, so only its class and its place are kept. */
export const asSdkError = (error: unknown, call: Call, source: string): SdkError =>
  isSdkError(error) ? error : lost(call, `${source} failed with ${describeThrown(error)}`)
