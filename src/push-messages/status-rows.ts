import { fieldsOf } from '../core/json/parse-json'

/** One data point of a push message. */
export interface PushedRow {
  readonly code: string
  readonly value: unknown
  /** When the lock reported it, milliseconds since 1970. */
  readonly atMs: number | undefined
}

const MIN_MS = 1e12

/**
 * The data points of one lock in a message of the message queue, parsed or as JSON text, in both of the vendor's protocols:
 * `status`, and `devicePropertyMessage`. Empty for every other message.
 */
export const statusRows = (push: unknown, deviceId: string): readonly PushedRow[] => {
  try {
    return readRows(push, deviceId)
  } catch {
    // A getter of a host's object threw: one message must not end the stream.
    return []
  }
}

const readRows = (push: unknown, deviceId: string): readonly PushedRow[] => {
  const message = fieldsOf(push)
  const content = fieldsOf(message.bizData)
  if ((message.devId ?? content.devId) !== deviceId) return []
  const rows = message.status ?? content.properties
  const pushed: PushedRow[] = []
  for (const row of Array.isArray(rows) ? rows : []) {
    const { code, value, t, time } = fieldsOf(row)
    const atMs = Number(t ?? time)
    if (typeof code === 'string' && code !== '')
      pushed.push({ code, value, atMs: atMs >= MIN_MS ? atMs : undefined })
  }
  return pushed
}
