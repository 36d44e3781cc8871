import fc from 'fast-check'
import { eventsOf } from '../../../messages/events-of'
import { readMessage } from '../../../messages/read-message'
import { frameWithText } from '../../../simulator/http/encrypted-frame'
import { statusRows } from '../../../src/push-messages/status-rows'
import { decodeUnlockMethodEvent } from '../../../src/push-messages/unlock-method-event'
import { frameOf, SECRET } from '../../messages/fake-socket'
import { hostileTextsOf } from '../hostile-texts'
import { hostileValuesOf, made } from '../hostile-values'
import { type Target, target } from '../target'

const DEVICE = 'lock-1'
const row = fc.record(
  {
    code: fc.constantFrom('unlock_fingerprint', 'alarm_lock', 'doorbell', 'hijack', ''),
    value: fc.jsonValue(),
    t: fc.integer(),
    time: fc.oneof(fc.integer(), fc.string()),
  },
  { requiredKeys: ['code'] },
)
const rows = fc.array(row, { maxLength: 4 })
const events = fc.record(
  {
    event: fc.constantFrom('unlockMethodEntry', 'unlockMethodDelete', ''),
    operate: fc.integer(),
    period: fc.integer(),
    properties: rows,
    devId: fc.constant(DEVICE),
  },
  { requiredKeys: [] },
)
/** What the message service and the message queue send about a lock. */
const contents: fc.Arbitrary<unknown> = fc.oneof(
  fc.record({ devId: fc.constant(DEVICE), status: rows }),
  fc.record({
    bizCode: fc.constantFrom('devicePropertyMessage', 'doorUnlockMethodStatus', 'online', 'delete'),
    devId: fc.constant(DEVICE),
    bizData: fc.oneof(
      events,
      events.map((event) => JSON.stringify(event)),
    ),
  }),
)

const NOW_MS = 1_800_000_000_000
const reading = { secret: SECRET, signature: 'required' } as const
const times = { nowMs: NOW_MS, lateAfterMs: 60_000 }

const queued = { messageId: 'message-1', protocol: 4, publishedAtMs: NOW_MS, redeliveryCount: 0 }

const readFrame = (frame: string): void => {
  const message = readMessage(frame, reading)
  if (message.kind === 'message') JSON.stringify(eventsOf(message, times))
}

export const pushTargets: readonly Target[] = [
  target(
    'the frame of a push',
    2,
    hostileTextsOf(
      fc.oneof(
        contents,
        contents.map((content) => parsed(frameOf(content))),
      ),
    ),
    readFrame,
  ),
  target(
    'the content of an encrypted push',
    2,
    fc.record({
      content: hostileTextsOf(contents),
      encryption: fc.constantFrom('aes_gcm' as const, 'aes_ecb' as const),
    }),
    ({ content, encryption }) => readFrame(frameWithText(content, queued, SECRET, encryption)),
  ),
  target(
    'a push for a flow',
    2,
    fc.oneof(made(hostileTextsOf(contents)), hostileValuesOf(contents)),
    (make) => {
      const push = make()
      statusRows(push, DEVICE)
      decodeUnlockMethodEvent(push)
    },
  ),
]

const parsed = (text: string): unknown => JSON.parse(text)
