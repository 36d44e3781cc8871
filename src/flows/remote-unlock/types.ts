import type { Attempt } from '../shared/attempt'

/**
 * Where an attempt is: at what can be read beforehand, at a fresh ticket (no ticket for locking), with the one order
 * under way, or waiting for the lock to report.
 */
export interface RemoteUnlockStep {
  readonly step: 'checking' | 'ticket' | 'sending' | 'waiting'
}

/**
 * Who told that the bolt moved: the lock itself by its data points, the state of the bolt that the cloud shows
 * (`device.status`), or the cloud's yes alone, where nothing can be seen of the lock.
 */
export type ReportedBy = 'data-points' | 'status' | 'cloud'

/** How an attempt ended well. */
export interface RemoteUnlockResult {
  readonly reportedBy: ReportedBy
  /** When it was told, milliseconds since 1970. */
  readonly atMs: number
}

export type RemoteUnlockAttempt = Attempt<RemoteUnlockStep, RemoteUnlockResult>

export interface RemoteUnlockOptions {
  /**
   * How long it may take until the order has left and is answered, in milliseconds. One that has not left by then never
   * leaves; one that has left without an answer is waited for like any other, and the report of the lock has
   * `reportTimeoutMs` from then on. @default 30000
   */
  readonly timeoutMs?: number
}

/** The two ways of remote unlocking that can be switched on and off. */
export type RemoteUnlockWay = 'without-password' | 'with-password'
