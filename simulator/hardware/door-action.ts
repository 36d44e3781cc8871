import * as t from 'io-ts'

/** What a person does at a lock, or what happens to it, without a panel. */
export const doorActionContract = t.union([
  t.type({ kind: t.literal('type-code'), digits: t.string }),
  t.type({ kind: t.literal('use-method'), dpCode: t.string, unlockSn: t.number }),
  /** A finger, card or face that the lock does not know. */
  t.type({ kind: t.literal('use-unknown-method'), dpCode: t.string }),
  t.type({ kind: t.literal('ask-to-unlock') }),
  t.type({ kind: t.literal('ring-doorbell') }),
  /** The knob on the inner side. */
  t.type({ kind: t.literal('turn-bolt'), isOpen: t.boolean }),
  t.type({ kind: t.literal('move-door'), isOpen: t.boolean }),
  t.type({ kind: t.literal('set-battery'), percent: t.number }),
  t.type({ kind: t.literal('set-online'), isOnline: t.boolean }),
  t.type({ kind: t.literal('set-asleep'), isAsleep: t.boolean }),
  t.type({ kind: t.literal('set-jammed'), isJammed: t.boolean }),
])

export type DoorAction = t.TypeOf<typeof doorActionContract>

/** What became of it. `ignored`: the lock is unchanged, because its bolt is jammed or the door blocks. */
export type DoorAnswer = 'done' | 'opened' | 'cleared' | 'wrong' | 'ignored'
