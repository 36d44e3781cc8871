import type { Observable } from 'rxjs'
import { deviationsOf } from '../envelope/drift'
import { type AnswerReading, readAnswer } from '../envelope/read-answer'
import type { ResultSource } from '../rx/single-result'
import { carriedBy } from '../transport/carried-by'
import { noTransport } from '../transport/no-transport'
import type { AnnounceSending, Transport, TransportAnswer } from '../transport/transport'
import { type Call, originOf } from './call'
import { asSdkError, lost } from './lost'

type Params = Readonly<Record<string, unknown>>

/**
 * One request of a call: encodes, sends, unwraps the envelope, decodes.
 *
 * Only a transport knows when a request is sent: a token or the app's headers may come first, late, or never.
 */
export class Sending implements ResultSource<TransportAnswer, unknown> {
  private readonly wasSentBefore: boolean
  private isHandedOver = false
  private isAnnounced = false
  private isSent = false
  private isSentEmitted = false
  private onTime: AnswerReading['onTime']

  constructor(
    private readonly transport: Transport | undefined,
    private readonly call: Call,
    private readonly params: Params,
    private readonly timeoutMs: number,
  ) {
    this.wasSentBefore = call.progress.sent
  }

  open(): Observable<TransportAnswer> {
    const { transport, call, params, timeoutMs, announceSending } = this
    const { action, progress, requestId } = call
    this.onTime = call.startRequest()
    if (transport === undefined || carriedBy(transport, action) === undefined)
      throw noTransport({ ...originOf(call), family: action.family }, transport?.families)
    const request = {
      action: action.name,
      family: action.family,
      version: versionOf(call),
      query: action.query,
      params: action.params.encode(params) as Params,
      requestId,
      attempt: progress.attempt,
      ...(action.safety === 'once' && { idempotencyKey: `${requestId}-${progress.attempt}` }),
      announceSending,
      timeoutMs,
    }
    // Handed to the transport, it counts as sent, unless the transport announces the moment.
    this.isHandedOver = true
    progress.sent = true
    return transport.send(request)
  }

  subscribed(): void {
    if (this.isHandedOver && !this.isAnnounced) this.emitSent()
  }

  read(answer: TransportAnswer): unknown {
    this.subscribed()
    const { call, params, onTime } = this
    const { isStrict, emit } = call
    return readAnswer(call.action, params, answer, originOf(call), {
      isStrict,
      onTime,
      onDrift: (drift) => emit(() => ({ type: 'drift', deviations: deviationsOf(drift) })),
    })
  }

  missing(): unknown {
    return lost(this.call, 'the transport emitted no answer')
  }

  failure(error: unknown): unknown {
    this.subscribed()
    return asSdkError(error, this.call, 'the transport')
  }

  private readonly announceSending: AnnounceSending = () => {
    const { progress } = this.call
    this.isAnnounced = true
    // A wrapper may pass one request on twice; the first may be lost.
    if (!this.isSent) progress.sent = this.wasSentBefore
    return (isSent) => {
      this.isSent = isSent
      progress.sent = this.wasSentBefore || isSent
      if (isSent) this.emitSent()
    }
  }

  private emitSent(): void {
    if (this.isSentEmitted) return
    this.isSentEmitted = true
    this.call.emit({ type: 'sent' })
  }
}

const versionOf = ({ action, options: { version, lockType } }: Call): string | undefined =>
  version ?? (lockType && action.versions?.[lockType]) ?? action.version
