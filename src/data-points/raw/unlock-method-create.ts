import type * as t from 'io-ts'
import { type ByteField, flagByte, uint } from './byte-field'
import { hexCodec } from './hex-codec'
import { within } from './invalid-field'
import { layout } from './layout'
import { type MethodStage, type MethodType, methodStage, methodType, newHardId } from './methods'
import { type Named, namedByte } from './named-byte'
import { pinDigits } from './pin-digits'
import { validityBlock } from './validity'

/** `unlock_method_create`, data point 1 of Bluetooth locks: the command to the lock. `cancel` differs only in its stage. */
export const unlockMethodCreate = /*#__PURE__*/ hexCodec(
  'unlock_method_create',
  layout({
    /** The kind of the method to enrol. */
    type: methodType,
    /** `start` for an enrolment, `cancel` to stop it. */
    stage: methodStage,
    /** The method belongs to an administrator. */
    isAdmin: flagByte,
    /** The number of the user on the lock. */
    memberId: uint(1),
    /** `new`: the lock assigns a number. */
    hardId: newHardId,
    /** When the method opens the lock. */
    validity: validityBlock,
    /** The number of openings; 0 means unlimited. */
    times: uint(1),
    /** Empty except for passwords. */
    pin: pinDigits,
  }),
)
/** The fields of `unlock_method_create`. */
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

/** Why a Bluetooth lock ended an enrolment without a method. */
export type EnrolmentFailure = keyof typeof failures

const failure = namedByte(failures)

interface EnrolmentHead {
  /** The kind of the method. */
  readonly type: Named<MethodType>
  /** The method belongs to an administrator. */
  readonly isAdmin: boolean
  /** The number of the user on the lock. */
  readonly memberId: number
  /** The number on the lock; `new` until the lock has assigned one. */
  readonly hardId: Named<'new'>
  /** With `start`: the total of steps. With `running`: the completed step. */
  readonly steps: number
}

/** A report of the lock during an enrolment. */
export type EnrolmentReport =
  | (EnrolmentHead & {
      readonly stage: 'failed'
      /** Why the lock stored nothing. */
      readonly failure: Named<EnrolmentFailure>
    })
  | (EnrolmentHead & {
      /** The stage of the enrolment that the lock has reached. */
      readonly stage: Exclude<MethodStage, 'failed'> | number
      /** With `running`, 1 means an incomplete print that must be repeated; else 0. */
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

/** The last byte is a reason only if the stage is `failed`: 00 is a time-out there, and has no meaning elsewhere. */
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
    ...('failure' in value
      ? within('failure', () => failure.write(value.failure))
      : within('detail', () => uint(1).write(value.detail))),
  ],
}

/** The reports of `unlock_method_create`, one for each step. */
export const unlockMethodCreateReport = /*#__PURE__*/ hexCodec(
  'unlock_method_create report',
  report,
)
