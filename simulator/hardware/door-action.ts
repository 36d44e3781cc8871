import * as t from 'io-ts'

/** What a person does at a lock, or what happens to it, without a panel. */
export const doorActionContract = t.union([
  t.type({
    kind: t.literal('type-code'),
    /** The digits that the person types. */
    digits: t.string,
  }),
  t.type({
    kind: t.literal('use-method'),
    /** The standard code of the method's kind, such as `unlock_fingerprint`. */
    dpCode: t.string,
    /** The number of the method on the lock, within its kind. */
    unlockSn: t.number,
  }),
  /** A finger, card or face that the lock does not know. */
  t.type({
    kind: t.literal('use-unknown-method'),
    /** The standard code of the method's kind, such as `unlock_fingerprint`. */
    dpCode: t.string,
  }),
  t.type({ kind: t.literal('ask-to-unlock') }),
  t.type({ kind: t.literal('ring-doorbell') }),
  /** The knob on the inner side. */
  t.type({
    kind: t.literal('turn-bolt'),
    /** The position afterwards. */
    isOpen: t.boolean,
  }),
  t.type({
    kind: t.literal('move-door'),
    /** The position afterwards. */
    isOpen: t.boolean,
  }),
  t.type({
    kind: t.literal('set-battery'),
    /** The charge of the battery, from 0 to 100. */
    percent: t.number,
  }),
  t.type({
    kind: t.literal('set-online'),
    /** Whether the cloud reaches the lock afterwards. */
    isOnline: t.boolean,
  }),
  t.type({
    kind: t.literal('set-asleep'),
    /** Whether the lock sleeps afterwards. */
    isAsleep: t.boolean,
  }),
  t.type({
    kind: t.literal('set-jammed'),
    /** Whether the bolt is stuck afterwards. */
    isJammed: t.boolean,
  }),
])

/** What a person does at a lock, or what happens to it, without a panel. */
export type DoorAction = t.TypeOf<typeof doorActionContract>

/** What became of it. `ignored`: the lock is unchanged, because its bolt is jammed or the door blocks. */
export type DoorAnswer = 'done' | 'opened' | 'cleared' | 'wrong' | 'ignored'
