import { Observable } from 'rxjs'
import type {
  Transport,
  TransportAnswer,
  TransportRequest,
} from '../../src/core/transport/transport'

export type Reply = unknown | ((request: TransportRequest) => unknown)

/** A reply with its status, as an alternative to JSON. */
export const answer = (fields: TransportAnswer): ScriptedAnswer => ({ fields })
export const silence = Symbol('silence')
interface ScriptedAnswer {
  readonly fields: TransportAnswer
}

/** An in-memory transport that returns scripted replies in sequence: JSON, an Error, an answer, or silence. */
export const scriptedCloud = (...replies: readonly Reply[]) => {
  const requests: TransportRequest[] = []
  const aborted: TransportRequest[] = []
  const transport: Transport = {
    name: 'scripted',
    families: ['mini-program'],
    send: (request) =>
      new Observable((subscriber) => {
        const scripted = replies[Math.min(requests.length, replies.length - 1)]
        requests.push(request)
        const reply: unknown = typeof scripted === 'function' ? scripted(request) : scripted
        let isComplete = false
        if (reply instanceof Error) subscriber.error(reply)
        else if (reply !== silence) {
          isComplete = true
          subscriber.next(
            isScripted(reply)
              ? reply.fields
              : { body: { text: JSON.stringify(reply) }, statusCode: 200 },
          )
          subscriber.complete()
        }
        return () => {
          if (!isComplete) aborted.push(request)
        }
      }),
  }
  return { transport, requests, aborted }
}

const isScripted = (reply: unknown): reply is ScriptedAnswer =>
  typeof reply === 'object' && reply !== null && 'fields' in reply
