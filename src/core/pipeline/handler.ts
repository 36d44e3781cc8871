import { Observable } from 'rxjs'
import type { Action } from '../action'
import { decodeResult } from '../envelope/read-answer'
import { CancelledError } from '../errors/cancelled-error'
import { issuesOf } from '../errors/issue'
import { ParamsError } from '../errors/params-error'
import { copyJson } from '../json/copy-json'
import { asObservable } from '../rx/as-observable'
import { singleResult } from '../rx/single-result'
import type { SingleSubscriber } from '../rx/single-subscriber'
import type { Transport } from '../transport/transport'
import { type Call, type Handler, originOf } from './call'
import { asSdkError, lost } from './lost'
import { isCertainlyNotExecuted } from './may-retry'
import { sendOnce } from './send-once'
import { Sending } from './sending'

type Params = Readonly<Record<string, unknown>>

/** A handler without its types, which `handle` has checked. */
export interface HandlerEntry {
  /** The action that the handler answers. */
  readonly action: Action
  /** Called for each attempt of a call; a subscription to its result starts the work. */
  readonly run: (
    params: Params,
    context: {
      /** The action that was called. */
      readonly action: Action
      /** The number of the attempt, from 1. */
      readonly attempt: number
      /** The default handler: encodes, sends, unwraps the envelope, decodes. */
      readonly send: (params: Params) => Observable<unknown>
    },
  ) => Observable<unknown>
}

/** The innermost stage: the app's own handler, or the default one. */
export const handlerStage =
  (
    transport: Transport | undefined,
    handlers: ReadonlyMap<string, HandlerEntry>,
    defaultTimeoutMs: number,
    /** The caller is about to end the call, at this moment. */
    isOver: (call: Call) => boolean,
  ): Handler =>
  (call, subscriber) => {
    const { action, params, progress } = call
    const timeoutMs = call.options.timeoutMs ?? defaultTimeoutMs
    const sendOne = (input: Params, sender: SingleSubscriber<unknown>): void => {
      // The call ends at this moment, and then this request with it.
      if (!isOver(call)) singleResult(sender, new Sending(transport, call, input, timeoutMs))
    }
    const handler = handlers.get(action.name)
    if (handler === undefined) return sendOne(params, subscriber)

    let requests = 0
    let isEnded = false
    /** Counted by subscription: each one sends, a call of `send` does not. */
    const sendCounted = (input: Params) =>
      asObservable<unknown>((sender) => {
        // The call has its outcome, or its next attempt sends.
        if (isEnded) return sender.fail(new CancelledError(originOf(call), 'not-sent'))
        requests++
        sendOne(input, sender)
      })
    const open = () => {
      // A handler may bypass `send`, so a request must be assumed sent.
      progress.sent = true
      const sendInput = action.safety === 'once' ? sendOnce(call, sendCounted) : sendCounted
      // A copy, because the handler may change it and the next attempt needs the original.
      const attempt = () =>
        handler.run(copyJson(params), {
          action,
          attempt: progress.attempt,
          send: (input) => sendInput(checkedParams(call, input)),
        })
      return new Observable((subscriber) => {
        subscriber.add(() => {
          isEnded = true
        })
        return attempt().subscribe(subscriber)
      })
    }
    singleResult(subscriber, {
      open,
      // `send` has reported the drift of the cloud's answer.
      read: (result) => decodeResult(action, result, originOf(call), { isStrict: call.isStrict }),
      missing: () => lost(call, 'the handler emitted no answer'),
      failure: (error) => {
        const failure = asSdkError(error, call, 'the handler')
        // The failed request may not have been sent, but an earlier one was.
        return requests > 1 && isCertainlyNotExecuted(failure)
          ? lost(call, 'the handler failed after a request')
          : failure
      },
    })
  }

const checkedParams = (call: Call, params: Params): Params => {
  const decoded = call.action.params.decode(copyJson(params))
  if (decoded._tag === 'Left') throw new ParamsError(originOf(call), issuesOf(decoded.left))
  return decoded.right as Params
}
