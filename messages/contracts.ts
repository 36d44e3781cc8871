import { epochMs, id, int, jsonText, listOf, record, text } from '../actions/shared'

/** A frame of the socket. The payload is base64 of the envelope. */
export const frameContract = record({
  key: { messageId: text(), payload: text() },
  optional: {
    properties: record({ optional: { em: text() } }),
    /** A date and time as text. */
    publishTime: text(),
  },
})

/** Base64 of the encrypted content, and how to read it. */
export const envelopeContract = record({
  key: { data: text() },
  optional: { protocol: int(), t: epochMs(), sign: text() },
})

/** A row has its value in `value` and, in one protocol, as text under the id of the data point. */
const row = record({
  optional: { code: text(), t: epochMs() },
  aliases: { t: ['time'] },
})

/** Reports of data points of the older protocol. */
export const statusContract = record({
  key: { devId: id(), status: listOf(row) },
})

/** Everything else has a `bizCode`. The lock is named outside or inside of `bizData`. */
export const businessContract = record({
  key: { bizCode: text() },
  optional: {
    devId: id(),
    ts: epochMs(),
    bizData: jsonText(
      record({ optional: { devId: id(), time: epochMs(), properties: listOf(row) } }),
      'value',
    ),
  },
})

export type RowContent = (typeof row)['_A']
