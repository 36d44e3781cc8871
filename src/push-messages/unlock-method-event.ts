import { epochMs, flag, id, int, jsonText, oneOf, record, text } from '../../actions/shared'

/** The `bizCode` of the message; a message queue has many kinds of messages. */
const BIZ_CODE = 'doorUnlockMethodStatus'

const unlockMethodEvent = jsonText(
  record({
    key: {
      bizCode: oneOf([BIZ_CODE]),
      devId: id(),
      bizData: jsonText(
        record({
          optional: {
            event: oneOf(['unlockMethodEntry', 'unlockMethodDelete']),
            /** 1 an enrolment is started, 2 it is cancelled. */
            operate: oneOf([1, 2]),
            /** An enrolment was started. */
            raised: flag(),
            /** The enrolment has ended; the message does not say whether it succeeded. */
            finish: flag(),
            /** The total number of touches; sent once, without the other counter. */
            totalPeriod: int(),
            /** The remaining number of touches. */
            period: int(),
          },
        }),
        'value',
      ),
    },
    optional: {
      /** An Integer here and text everywhere else. */
      uuid: id('Integer'),
      /** The unit is not documented. */
      ts: epochMs(),
    },
  }),
  'value',
)

/**
 * A push message about a step of an enrolment, or a deletion. It contains the lock, but neither the user nor the method.
 * A push message is not an action, because no call requests it; so it is not in `actions/`.
 *
 * Document 003, lines 512-545: the tables lack their headings, and the sample is missing.
 */
export type UnlockMethodEvent = (typeof unlockMethodEvent)['_A']

/** Only the fields that distinguish the kinds. */
const anyPush = jsonText(record({ key: { bizCode: text() } }))

/**
 * Decodes a push message, parsed or as JSON text: `undefined` for another kind and for an object that
 * cannot be read, io-ts errors for an invalid message of this kind.
 *
 * @example
 * ```ts
 * const message = { bizCode: 'doorUnlockMethodStatus', devId: frontDoor.deviceId, bizData: { operate: 1 } }
 * const decoded = decodeUnlockMethodEvent(message)
 * ```
 */
export const decodeUnlockMethodEvent = (
  push: unknown,
): ReturnType<typeof unlockMethodEvent.decode> | undefined => {
  try {
    const read = anyPush.decode(push)
    return read._tag === 'Right' && read.right.bizCode !== BIZ_CODE
      ? undefined
      : unlockMethodEvent.decode(push)
  } catch {
    // A getter of a host's object threw: one message must not end the stream.
    return undefined
  }
}
