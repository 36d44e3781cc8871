import type { SchedulerLike, Subscription } from 'rxjs'

/** A message of the queue, before encryption. */
export interface QueuedMessage {
  /** Identifies the message in its acknowledgement. */
  readonly messageId: string
  /** The number of the protocol, which tells the kind of `data`. */
  readonly protocol: number
  /** The content before it is encrypted. */
  readonly data: unknown
  /** When it was published, milliseconds since 1970. */
  readonly publishedAtMs: number
  /** How often it was delivered again. */
  redeliveryCount: number
}

type Deliver = (message: QueuedMessage) => void

/** A connection that receives the messages. */
export interface Consumer {
  /** Removes a message from the queue. */
  acknowledge(messageId: string): void
  /** Ends the connection; another consumer receives the messages that were not acknowledged. */
  end(): void
}

/** The queue of the project: keeps each message until it is acknowledged, and delivers to one consumer at a time. */
export interface MessageQueue {
  /** Adds a message with the content of a protocol. */
  publish(protocol: number, data: unknown): void
  /** Delivers to the oldest consumer; the others stand by. An unacknowledged message is delivered again. */
  consume(deliver: Deliver, ackTimeoutMs: number): Consumer
}

interface ActiveConsumer {
  readonly deliver: Deliver
  readonly ackTimeoutMs: number
}

export const createMessageQueue = (clock: SchedulerLike): MessageQueue => {
  const waiting = new Map<string, QueuedMessage>()
  const timers = new Map<string, Subscription>()
  const consumers: ActiveConsumer[] = []
  let published = 0

  const deliver = (message: QueuedMessage): void => {
    const [active] = consumers
    if (active === undefined) return
    timers.get(message.messageId)?.unsubscribe()
    const redeliver = () => {
      message.redeliveryCount += 1
      deliver(message)
    }
    timers.set(message.messageId, clock.schedule(redeliver, active.ackTimeoutMs))
    active.deliver(message)
  }

  const stopTimers = (): void => {
    for (const timer of timers.values()) timer.unsubscribe()
    timers.clear()
  }

  const deliverAll = (): void => {
    for (const message of [...waiting.values()]) deliver(message)
  }

  return {
    publish: (protocol, data) => {
      published += 1
      const messageId = `CAAQ${published}`
      const message = {
        messageId,
        protocol,
        data: { dataId: `data-${published}`, ...(data as object) },
        publishedAtMs: clock.now(),
        redeliveryCount: 0,
      }
      waiting.set(messageId, message)
      deliver(message)
    },
    consume: (onMessage, ackTimeoutMs) => {
      const consumer = { deliver: onMessage, ackTimeoutMs }
      consumers.push(consumer)
      if (consumers[0] === consumer) deliverAll()
      return {
        acknowledge: (messageId) => {
          waiting.delete(messageId)
          timers.get(messageId)?.unsubscribe()
          timers.delete(messageId)
        },
        end: () => {
          const at = consumers.indexOf(consumer)
          if (at < 0) return
          consumers.splice(at, 1)
          if (at > 0) return
          stopTimers()
          for (const message of waiting.values()) message.redeliveryCount += 1
          deliverAll()
        },
      }
    },
  }
}
