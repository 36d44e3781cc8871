import type { Issue } from '../src/core/errors/issue'
import type { DpValues } from '../src/data-points/data-points'
import type { OpeningMethod } from '../src/flows/shared/unlock-codes'
import type { UnlockMethodEvent } from '../src/push-messages/unlock-method-event'

interface DeviceEvent {
  /** Identifies the message; one message may have several events. */
  readonly messageId: string
  /** The vendor's id of the lock. */
  readonly deviceId: string
  /** When it happened, milliseconds since 1970; when the message was published if it does not say. */
  readonly atMs: number
  /** It happened more than `lateAfterMs` ago: a sleeping lock or the message service kept it. */
  readonly isLate: boolean
}

/** One reported data point. */
export interface StatusRow {
  /** The code of the data point. */
  readonly code: string
  /** The value as the lock reported it. */
  readonly value: unknown
  /** When the lock reported it, milliseconds since 1970; when the message was published if the row does not say. */
  readonly atMs: number
  /** The lock reported it more than `lateAfterMs` ago. */
  readonly isLate: boolean
}

/** A message with data points of a lock; the events `unlock`, `alarm` and `doorbell` of the same message precede it. */
export interface StatusEvent extends DeviceEvent {
  readonly kind: 'status'
  /** The data points, in the order of the message. */
  readonly rows: readonly StatusRow[]
  /** The values by code. */
  readonly dps: DpValues
}

/** The lock was opened with a method. */
export interface UnlockEvent extends DeviceEvent {
  readonly kind: 'unlock'
  /** The kind of the method, such as `fingerprint`. */
  readonly method: OpeningMethod
  /** The standard code, such as `unlock_fingerprint`. */
  readonly code: string
  /** The value of the data point as the lock reported it; usually the number of the method. */
  readonly value: unknown
  /** The number of the method on the lock, if the value has one. */
  readonly unlockSn?: number
}

/** The lock raised an alarm. */
export interface AlarmEvent extends DeviceEvent {
  readonly kind: 'alarm'
  /** `alarm_lock`, or `hijack` for a duress alarm. */
  readonly code: string
  /** The reason, such as `wrong_finger`. */
  readonly value: unknown
}

/** A person rang the doorbell of the lock. */
export interface DoorbellEvent extends DeviceEvent {
  readonly kind: 'doorbell'
}

/** The lock went online or offline, or was removed from the project. */
export interface PresenceEvent extends DeviceEvent {
  /** What happened to the connection of the lock. */
  readonly kind: 'online' | 'offline' | 'removed'
}

/** A step of an enrolment, or a deletion of a method. */
export interface EnrolmentMessageEvent extends DeviceEvent {
  readonly kind: 'enrolment'
  /** The message as the cloud sent it. */
  readonly message: UnlockMethodEvent
}

/** A message of a kind that this package does not know. */
export interface UnknownEvent {
  readonly kind: 'unknown'
  /** Identifies the message. */
  readonly messageId: string
  /** The number of the protocol of the message; undefined if it has none. */
  readonly protocol: number | undefined
  /** The vendor's name for the kind of the message; undefined if it has none. */
  readonly bizCode: string | undefined
  /** The device that the message names; undefined if it names none. */
  readonly deviceId: string | undefined
  /** The decrypted content. */
  readonly data: unknown
}

/** `frame`: no message of the protocol. `contract`: it lacks what its kind needs. */
export type UnreadableReason = 'frame' | 'signature' | 'decryption' | 'contract'

/** A message that could not be read. Contains neither its content nor a key. */
export interface UnreadableEvent {
  readonly kind: 'unreadable'
  /** Absent if the frame has none; such a frame cannot be acknowledged. */
  readonly messageId: string | undefined
  /** Which step of reading failed. */
  readonly reason: UnreadableReason
  /** What happened, and what to do. */
  readonly explanation: string
  /** The paths of what is wrong, without values. */
  readonly issues: readonly Issue[]
}

/** What the message service reported. */
export type MessageEvent =
  | StatusEvent
  | UnlockEvent
  | AlarmEvent
  | DoorbellEvent
  | PresenceEvent
  | EnrolmentMessageEvent
  | UnknownEvent
  | UnreadableEvent
