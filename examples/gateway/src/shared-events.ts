import type { Redis } from 'ioredis'
import type { MessageEvent, MessagesOptions } from 'lockpanel/messages'
import { createMessages } from 'lockpanel/messages'
import { type Observable, Subject } from 'rxjs'

const CHANNEL = 'lockpanel:events'

/** The events of the message service for the panels of every gateway. */
export interface SharedEvents {
  readonly events$: Observable<MessageEvent>
  readonly close: () => Promise<void>
}

/**
 * The message service delivers to one connection of a project, and a panel may be at any gateway: the gateway that receives an
 * event publishes it to all of them through Redis. Without Redis, there is one gateway.
 */
export const shareEvents = (options: MessagesOptions, redis: Redis | undefined): SharedEvents => {
  if (redis === undefined) return createMessages(options)
  const events$ = new Subject<MessageEvent>()
  // A connection that has subscribed takes no other commands, and waits for Redis by itself.
  const subscriber = redis.duplicate({ enableOfflineQueue: true, maxRetriesPerRequest: null })
  subscriber.on('error', () => undefined)
  subscriber.on('message', (_channel: string, text: string) => events$.next(JSON.parse(text)))
  void subscriber.subscribe(CHANNEL)
  const messages = createMessages({
    ...options,
    // Not acknowledged before it is published, so that the next gateway gets it while Redis is away.
    onEvent: (event) => redis.publish(CHANNEL, JSON.stringify(event)),
  })
  return {
    events$,
    close: async () => {
      await messages.close()
      events$.complete()
      subscriber.disconnect()
    },
  }
}
