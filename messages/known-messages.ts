import type { MessageEvent } from './event'

/** `failed`: its handler is called again when the service delivers it again. */
export interface KnownMessage {
  readonly events: readonly MessageEvent[]
  status: 'running' | 'done' | 'failed'
}

/** The events of a message, and what identifies their origin. */
export interface MessageContent {
  readonly events: readonly MessageEvent[]
  readonly protocol?: number | undefined
  /** The cloud's id of the report; a report that it publishes twice has the same. */
  readonly dataId?: string | undefined
}

/** The number of ended messages that are kept for deduplication. */
const MAX_KEPT = 4_096

export interface KnownMessages {
  get(messageId: string): KnownMessage | undefined
  /** Keeps a new message with those of its events that no earlier message had. */
  add(messageId: string, content: MessageContent): KnownMessage
}

/**
 * The service delivers at least once, and a project may send the same report in two protocols. Two equal reports of one
 * protocol are two events, unless they have the same `dataId`.
 */
export const createKnownMessages = (): KnownMessages => {
  const messages = new Map<string, KnownMessage>()
  const keys = new Map<string, Omit<MessageContent, 'events'>>()
  return {
    get: (messageId) => messages.get(messageId),
    add: (messageId, { events, protocol, dataId }) => {
      const fresh = events.filter((event) => {
        const key = keyOf(event)
        if (key === undefined) return true
        const earlier = keys.get(key)
        if (earlier === undefined) keys.set(key, { protocol, dataId })
        const isOtherProtocol = earlier?.protocol !== protocol
        const isSameReport = dataId !== undefined && earlier?.dataId === dataId
        return earlier === undefined || !(isOtherProtocol || isSameReport)
      })
      const message: KnownMessage = { events: fresh, status: 'running' }
      messages.set(messageId, message)
      trim(messages, ({ status }) => status === 'done')
      trim(keys, () => true)
      return message
    },
  }
}

/** A map keeps the order of insertion. */
const trim = <T>(map: Map<string, T>, canRemove: (value: T) => boolean): void => {
  if (map.size <= MAX_KEPT) return
  for (const [key, value] of map)
    if (canRemove(value)) {
      map.delete(key)
      return
    }
}

/** What happened at one lock at one time; two messages with the same key are about the same report. */
const keyOf = (event: MessageEvent): string | undefined => {
  if (event.kind === 'unknown' || event.kind === 'unreadable' || event.kind === 'enrolment')
    return undefined
  const { messageId: _, isLate: __, ...content } = event
  const rows = content.kind === 'status' ? content.rows.map(({ isLate: ___, ...row }) => row) : null
  return JSON.stringify({ ...content, rows })
}
