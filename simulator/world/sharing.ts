import type { WeeklyTime } from './schedule-is-on'

/** What a shared link lets its receiver do. */
export interface PermissionDetail {
  readonly bizType: string
  /** -1: any number of times. */
  readonly availableTimes: number
  readonly name: string
  /** Milliseconds since 1970; no start if absent. */
  readonly effectiveTimeMs?: number
  /** Milliseconds since 1970; no end if absent. */
  readonly invalidTimeMs?: number
  readonly weekly: WeeklyTime
}

/** A link that lets its receiver unlock for a period. */
export interface Sharing {
  readonly id: string
  /** A secret, valid for one confirmation. */
  readonly ticket: string
  readonly lockId: string
  readonly sharerUid: string
  /** Everyone with the ticket if absent. */
  readonly receiverUid?: string
  readonly detail: PermissionDetail
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number
  state: 'open' | 'confirmed' | 'cancelled'
}
