import type * as t from 'io-ts'
import { type ByteField, flagByte, uint } from './byte-field'
import { hexCodec } from './hex-codec'
import { layout } from './layout'
import { type MethodStage, type MethodType, methodStage, methodType, newHardId } from './methods'
import { type Named, namedByte } from './named-byte'
import { pinDigits } from './pin-digits'
import { validityBlock } from './validity'

/** `unlock_method_create`, data point 1 of Bluetooth locks: what the lock is told. `cancel` is the same with its stage. */
export const unlockMethodCreate = /*#__PURE__*/ hexCodec(
  'unlock_method_create',
  layout({
    type: methodType,
    stage: methodStage,
    isAdmin: flagByte,
    memberId: uint(1),
    hardId: newHardId,
    validity: validityBlock,
    /** How often it opens; 0 for as often as you like. */
    times: uint(1),
    /** Empty for all but passwords. */
    pin: pinDigits,
  }),
)
export type UnlockMethodCreate = t.TypeOf<typeof unlockMethodCreate>

const failures = {
  'timed-out': 0x00,
  failed: 0x01,
  duplicate: 0x02,
  full: 0x03,
  'invalid-password': 0x04,
  'wrong-length': 0x05,
  'type-not-supported': 0x06,
  'fingerprint-running': 0x07,
  'card-running': 0x08,
  'face-running': 0x09,
  'too-simple': 0x0a,
  'wrong-number': 0xfe,
} as const

export type EnrolmentFailure = keyof typeof failures

const failure = namedByte(failures)

interface EnrolmentHead {
  readonly type: Named<MethodType>
  readonly isAdmin: boolean
  readonly memberId: number
  /** On the lock; `new` until it has given one. */
  readonly hardId: Named<'new'>
  /** With `start`: how many there will be. With `running`: which one is done. */
  readonly steps: number
}

/** What the lock reports while it takes in a method. */
export type EnrolmentReport =
  | (EnrolmentHead & { readonly stage: 'failed'; readonly failure: Named<EnrolmentFailure> })
  | (EnrolmentHead & {
      readonly stage: Exclude<MethodStage, 'failed'> | number
      /** With `running`, 1 stands for an incomplete print that has to be repeated; else 0. */
      readonly detail: number
    })

const flat = layout({
  type: methodType,
  stage: methodStage,
  isAdmin: flagByte,
  memberId: uint(1),
  hardId: newHardId,
  steps: uint(1),
})

/** The last byte is a reason where the stage is `failed` alone: 00 is a time-out there, and nothing elsewhere. */
const report: ByteField<EnrolmentReport> = {
  read: (reader) => {
    const head = flat.read(reader)
    if (head === undefined) return undefined
    const { stage, ...rest } = head
    if (stage === 'failed') {
      const reason = reader.within('failure', () => failure.read(reader))
      return reason === undefined ? undefined : { ...rest, stage, failure: reason }
    }
    const detail = reader.within('detail', () => reader.byte())
    return detail === undefined ? undefined : { ...rest, stage, detail }
  },
  write: (value) => [
    ...flat.write(value),
    ...('failure' in value ? failure.write(value.failure) : uint(1).write(value.detail)),
  ],
}

/** `unlock_method_create` as the lock reports it, step by step. */
export const unlockMethodCreateReport = /*#__PURE__*/ hexCodec(
  'unlock_method_create report',
  report,
)
