import type { Issue } from '../src/core/errors/issue'
import type { DpValues } from '../src/data-points/data-points'
import type { OpeningMethod } from '../src/flows/shared/unlock-codes'
import type { UnlockMethodEvent } from '../src/push-messages/unlock-method-event'

interface DeviceEvent {
  /** Identifies the message; one message may have several events. */
  readonly messageId: string
  readonly deviceId: string
  /** When it happened, milliseconds since 1970; when the message was published if it does not say. */
  readonly atMs: number
  /** It happened more than `lateAfterMs` ago: a sleeping lock or the message service kept it. */
  readonly isLate: boolean
}

/** One reported data point. */
export interface StatusRow {
  readonly code: string
  readonly value: unknown
  readonly atMs: number
  readonly isLate: boolean
}

/** A message with data points of a lock; the events `unlock`, `alarm` and `doorbell` of the same message precede it. */
export interface StatusEvent extends DeviceEvent {
  readonly kind: 'status'
  readonly rows: readonly StatusRow[]
  /** The values by code. */
  readonly dps: DpValues
}

export interface UnlockEvent extends DeviceEvent {
  readonly kind: 'unlock'
  readonly method: OpeningMethod
  /** The standard code, such as `unlock_fingerprint`. */
  readonly code: string
  readonly value: unknown
  /** The number of the method on the lock, if the value has one. */
  readonly unlockSn?: number
}

export interface AlarmEvent extends DeviceEvent {
  readonly kind: 'alarm'
  /** `alarm_lock`, or `hijack` for a duress alarm. */
  readonly code: string
  /** The reason, such as `wrong_finger`. */
  readonly value: unknown
}

export interface DoorbellEvent extends DeviceEvent {
  readonly kind: 'doorbell'
}

/** The lock went online or offline, or was removed from the project. */
export interface PresenceEvent extends DeviceEvent {
  readonly kind: 'online' | 'offline' | 'removed'
}

/** A step of an enrolment, or a deletion of a method. */
export interface EnrolmentMessageEvent extends DeviceEvent {
  readonly kind: 'enrolment'
  readonly message: UnlockMethodEvent
}

/** A message of a kind that this package does not know. */
export interface UnknownEvent {
  readonly kind: 'unknown'
  readonly messageId: string
  readonly protocol: number | undefined
  readonly bizCode: string | undefined
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
