import { catchError, defer, map, type Observable, take, throwError, throwIfEmpty } from 'rxjs'
import { readAnswer } from '../envelope/read-answer'
import { isSdkError, type SdkError } from '../errors/sdk-error'
import { TransportError } from '../errors/transport-error'
import { UnsupportedError } from '../errors/unsupported-error'
import type { Transport } from '../transport/transport'
import { type Call, originOf } from './call'

/** The way of every request: encode, send, take the envelope off, decode. */
export const send = (
  transport: Transport | undefined,
  call: Call,
  params: Readonly<Record<string, unknown>>,
  timeoutMs: number,
): Observable<unknown> =>
  defer(() => {
    const { action, progress, requestId, options } = call
    const origin = originOf(call)
    if (transport === undefined || !transport.families.includes(action.family))
      throw new UnsupportedError(origin, `no transport of this panel speaks ${action.family}.`)

    const request = {
      action: action.name,
      family: action.family,
      version: options.version ?? action.version,
      params: action.params.encode(params) as Readonly<Record<string, unknown>>,
      requestId,
      attempt: progress.attempt,
      timeoutMs,
    }
    progress.left = true
    call.emit({ type: 'sent' })
    return transport.send(request).pipe(
      take(1),
      throwIfEmpty(() => failure(call, 'the transport gave no answer')),
      map((answer) => readAnswer(action, params, answer, origin)),
      catchError((error: unknown) => throwError(() => asSdkError(error, call))),
    )
  })

const failure = (call: Call, reason: string): SdkError =>
  new TransportError(originOf(call), { delivery: 'unknown', reason })

/** A foreign error may quote a body or a header: only its name goes on, if it is one. */
export const asSdkError = (error: unknown, call: Call): SdkError => {
  if (isSdkError(error)) return error
  const name = error instanceof Error && /^\w{1,40}$/.test(error.name) ? error.name : typeof error
  return failure(call, `a ${name} was thrown on the way`)
}
