import { epochMs, flag, id, int, jsonText, oneOf, record, text } from '../../shared'

/** The `bizCode` of the push: one message queue carries many kinds. */
const BIZ_CODE = 'doorUnlockMethodStatus'

const unlockMethodEvent = jsonText(
  record({
    required: {
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
            /** How many times the finger has to be put on in all; pushed once, without the other counter. */
            totalPeriod: int(),
            /** How many times are left. */
            period: int(),
          },
        }),
        'value',
      ),
    },
    optional: {
      /** Called an Integer here and text everywhere else. */
      uuid: id('Integer'),
      /** The unit is not written. */
      ts: epochMs(),
    },
  }),
  'value',
)

/**
 * A step of an enrolment, or a deletion, as the cloud pushes it. It names the lock, and neither the user nor the method.
 *
 * Document 003, lines 512-545: the tables have lost their headings, and the sample is lost.
 */
export type UnlockMethodEvent = (typeof unlockMethodEvent)['_A']

/** Only the fields that distinguish the kinds. */
const anyPush = jsonText(record({ required: { bizCode: text() } }))

/**
 * Reads a push, parsed or as JSON text: `undefined` where it is of another kind, and io-ts errors where it is of this
 * one and does not fit.
 */
export const decodeUnlockMethodEvent = (
  push: unknown,
): ReturnType<typeof unlockMethodEvent.decode> | undefined => {
  const read = anyPush.decode(push)
  return read._tag === 'Right' && read.right.bizCode !== BIZ_CODE
    ? undefined
    : unlockMethodEvent.decode(push)
}
