import { describe, expect, it } from 'vitest'
import { deviceStatus } from '../../actions/mini-program/device/status'
import { listOf, record, text } from '../../actions/shared'
import { eventsOf } from '../../messages/events-of'
import { readMessage } from '../../messages/read-message'
import { frameWithText } from '../../simulator/http/encrypted-frame'
import { parseJson } from '../../src/core/json/parse-json'
import { createPanel } from '../../src/core/panel/create-panel'
import { checkCodeSet } from '../../src/data-points/raw/check-code-set'
import { statusRows } from '../../src/push-messages/status-rows'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { SECRET } from '../messages/fake-socket'
import { growthOf } from './growth'

/** With 16 times the input, linear work takes 16 times as long, quadratic work 256 times. */
const MAX_GROWTH = 100
const LIMIT_MS = 120_000

const transportOf = (answer: () => { readonly text: string; readonly header: string }) =>
  fetchTransport({
    url: 'https://cloud.example',
    fetch: async () => ({
      status: 200,
      headers: { get: () => answer().header },
      text: async () => answer().text,
    }),
  })
let received = { text: '', header: '' }
const panel = createPanel({ actions: { deviceStatus }, transport: transportOf(() => received) })
const params = { device_id: 'lock-1' }
const call = (given: { readonly text?: string; readonly header?: string }) => {
  received = { text: '{"success":true,"t":1,"result":[]}', header: '', ...given }
  return panel.apiRequest('device.status', params, { retry: false }).catch(() => undefined)
}

const rows = listOf(record({ key: { id: text() }, documented: { note: text() } }))
const frames = { messageId: 'message-1', protocol: 4, publishedAtMs: 0, redeliveryCount: 0 }
const readFrame = (content: string) => {
  const message = readMessage(frameWithText(content, frames, SECRET, 'aes_gcm'), {
    secret: SECRET,
    signature: 'required',
  })
  return message.kind === 'message' && eventsOf(message, { nowMs: 1, lateAfterMs: 1 })
}
const list = (item: string, count: number) => `[${Array(count).fill(item).join()}]`
const fields = (count: number) =>
  `{${Array.from({ length: count }, (_, index) => `"name_${index}":1`).join()}}`

/** Each makes an input of about this many parts, and reads it. */
const readings: Readonly<Record<string, (size: number) => () => unknown>> = {
  'open brackets': (size) => {
    const given = '['.repeat(size)
    return () => parseJson(given)
  },
  'escapes in an unterminated string': (size) => {
    const given = '"\\'.repeat(size)
    return () => parseJson(given)
  },
  'Longs between digits in texts': (size) => {
    const given = list('"1, 12345678901234567",12345678901234567', size / 8)
    return () => parseJson(given)
  },
  'fields with the names of prototypes': (size) => {
    const given = list('{"__proto__":{"constructor":1}}', size / 4)
    return () => parseJson(given)
  },
  'many fields': (size) => {
    const given = fields(size / 4)
    return () => parseJson(given)
  },
  'rows without their key': (size) => {
    const given = Array(size).fill({ note: 'x' })
    return () => rows.readTolerantly(given)
  },
  'an answer with many rows': (size) => {
    const given = `{"success":true,"t":1,"result":${list('{"code":"a","value":1}', size / 4)}}`
    return () => call({ text: given })
  },
  "a long text of the cloud's refusal": (size) => {
    const given = JSON.stringify({ success: false, code: 1, msg: 'aA1-'.repeat(size / 4) })
    return () => call({ text: given })
  },
  'long headers': (size) => {
    const header = '1'.repeat(size)
    return () => call({ header })
  },
  'a raw data point': (size) => {
    const given = '00'.repeat(size)
    return () => checkCodeSet.decode(given)
  },
  'the frame of a push': (size) => {
    const content = `{"devId":"lock-1","status":${list('{"code":"alarm_lock","value":1,"t":1}', size / 8)}}`
    return () => readFrame(content)
  },
  'a push for a flow': (size) => {
    const content = `{"devId":"lock-1","status":${list('{"code":"alarm_lock","value":1,"t":1}', size / 8)}}`
    return () => statusRows(content, 'lock-1')
  },
}

describe('16 times the input takes less than 100 times as long', () => {
  it.each(Object.keys(readings))(
    'for %s',
    async (name) => {
      const prepare = readings[name]
      if (prepare === undefined) throw new Error(`no reading ${name}`)
      expect(await growthOf(prepare)).toBeLessThan(MAX_GROWTH)
    },
    LIMIT_MS,
  )

  it('and quadratic work is recognised', async () => {
    const quadratic = (size: number) => () => {
      let sum = 0
      const side = size / 32
      for (let a = 0; a < side; a++) for (let b = 0; b < side; b++) sum += a ^ b
      return sum
    }
    expect(await growthOf(quadratic)).toBeGreaterThan(MAX_GROWTH)
  })
})
