import type { WeeklyTime } from './schedule-is-on'

/** What a shared link lets its receiver do. */
export interface PermissionDetail {
  readonly bizType: string
  /** -1: as often as wanted. */
  readonly availableTimes: number
  readonly name: string
  /** Milliseconds since 1970; always, if left out. */
  readonly effectiveTimeMs?: number
  /** Milliseconds since 1970; for ever, if left out. */
  readonly invalidTimeMs?: number
  readonly weekly: WeeklyTime
}

/** A link that lets somebody else unlock for a while. */
export interface Sharing {
  readonly id: string
  /** A secret, good for one confirmation. */
  readonly ticket: string
  readonly lockId: string
  readonly sharerUid: string
  /** Anybody who has the ticket, if left out. */
  readonly receiverUid?: string
  readonly detail: PermissionDetail
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number
  state: 'open' | 'confirmed' | 'cancelled'
}
