import { type Observable, Subject } from 'rxjs'
import { describeThrown } from '../src/core/errors/thrown'
import type { MessageEvent, UnreadableEvent } from './event'
import { createKnownMessages, type KnownMessage, type MessageContent } from './known-messages'

/** A handler that threw or rejected. The message is not acknowledged, so the service delivers it again. */
export interface HandlerFailure {
  /** The id of the message that is delivered again. */
  readonly messageId: string | undefined
  /** The class of the error and its place in the code; not its message, which may contain a secret. */
  readonly reason: string
}

/** Handles one event. If it throws or rejects, the message is not acknowledged. */
export type MessageHandler = (event: MessageEvent) => unknown

export interface Delivery {
  readonly events$: Observable<MessageEvent>
  readonly failures$: Observable<HandlerFailure>
  /** Emits the events of a new message, calls the handler, then acknowledges. */
  deliver(messageId: string | undefined, read: () => MessageContent): void
  /** Resolves when no handler is running. */
  idle(): Promise<void>
  complete(): void
}

/**
 * Handlers run one after the other for each lock, and side by side for different ones. Without a handler, a message is
 * acknowledged after its events were emitted, but an unreadable one is not, so that it is not lost.
 */
export const createDelivery = (
  handler: MessageHandler | undefined,
  acknowledge: (messageId: string) => void,
): Delivery => {
  const events = new Subject<MessageEvent>()
  const failures = new Subject<HandlerFailure>()
  const known = createKnownMessages()
  const queues = new Map<string, Promise<void>>()

  const handle = async (messageId: string | undefined, message: KnownMessage): Promise<void> => {
    try {
      for (const event of message.events) await handler?.(event)
      message.status = 'done'
      if (messageId !== undefined) acknowledge(messageId)
    } catch (error) {
      message.status = 'failed'
      failures.next({ messageId, reason: describeThrown(error) })
    }
  }

  const enqueue = (messageId: string | undefined, message: KnownMessage): void => {
    message.status = 'running'
    const queue = queueOf(message)
    const done = (queues.get(queue) ?? Promise.resolve()).then(() => handle(messageId, message))
    queues.set(queue, done)
    void done.then(() => {
      if (queues.get(queue) === done) queues.delete(queue)
    })
  }

  const start = (messageId: string, message: KnownMessage): void => {
    if (handler !== undefined) enqueue(messageId, message)
    else if (message.events.some(isUnreadable)) message.status = 'failed'
    else {
      message.status = 'done'
      acknowledge(messageId)
    }
  }

  return {
    events$: events.asObservable(),
    failures$: failures.asObservable(),
    deliver: (messageId, read) => {
      const earlier = messageId === undefined ? undefined : known.get(messageId)
      if (messageId !== undefined && earlier !== undefined) {
        // Its acknowledgement was lost, its handler failed, or its handler is still running.
        if (earlier.status === 'done') acknowledge(messageId)
        else if (earlier.status === 'failed') start(messageId, earlier)
        return
      }
      if (messageId === undefined) {
        const unnamed = read().events
        for (const event of unnamed) events.next(event)
        if (handler !== undefined) enqueue(undefined, { events: unnamed, status: 'running' })
        return
      }
      const message = known.add(messageId, read())
      for (const event of message.events) events.next(event)
      start(messageId, message)
    },
    idle: async () => {
      await Promise.all(queues.values())
    },
    complete: () => {
      events.complete()
      failures.complete()
    },
  }
}

const isUnreadable = (event: MessageEvent): event is UnreadableEvent => event.kind === 'unreadable'

/** One queue for each lock. */
const queueOf = ({ events }: KnownMessage): string => {
  const [first] = events
  return first !== undefined && 'deviceId' in first ? (first.deviceId ?? '') : ''
}
