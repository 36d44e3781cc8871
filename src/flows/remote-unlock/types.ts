import type { Attempt } from '../shared/attempt'

/**
 * The step of an attempt: reading the state of the lock, fetching a ticket (for locking only over a route), sending the
 * command, waiting for a Bluetooth lock that sleeps behind its gateway (nothing was executed; `ticket` follows), or waiting
 * for the lock's report.
 */
export interface RemoteUnlockStep {
  /** What the attempt does now. */
  readonly step: 'checking' | 'ticket' | 'sending' | 'waking' | 'waiting'
}

/**
 * The source of the confirmation: the lock's data points, the bolt in the cloud (`device.status`), an unlock
 * record after the command, or only the cloud's answer, if the state of the lock is not available.
 */
export type ReportedBy = 'data-points' | 'status' | 'records' | 'cloud'

/** The result of a successful attempt. */
export interface RemoteUnlockResult {
  /** How the lock confirmed the command. */
  readonly reportedBy: ReportedBy
  /** The time of the confirmation, milliseconds since 1970. */
  readonly atMs: number
}

/** A running attempt to unlock or lock remotely. */
export type RemoteUnlockAttempt = Attempt<RemoteUnlockStep, RemoteUnlockResult>

/**
 * Options of `unlock`, `lock` and `accept`.
 *
 * @example
 * ```ts
 * const options: RemoteUnlockOptions = { timeoutMs: 20_000 }
 * const { reportedBy } = await frontDoor.unlock(options).done
 * ```
 */
export interface RemoteUnlockOptions {
  /**
   * Time limit until the command is sent and answered, in milliseconds. A command that was not sent by then is not sent
   * any more. A command that was sent without an answer is confirmed by the lock's report, within `reportTimeoutMs`.
   * A Bluetooth lock behind a gateway may sleep for minutes: pass more to wait longer for it.
   * @default 30000, or 90000 over the routes for a Bluetooth lock behind a gateway
   */
  readonly timeoutMs?: number
}

/**
 * Options of `unlock` and `accept`.
 *
 * @example
 * ```ts
 * const office = lock(panel, seed.locks.office.id, { type: 'access-control', clock })
 * const options: UnlockOptions = { channelId: '1' }
 * const { reportedBy } = await office.unlock(options).done
 * ```
 */
export interface UnlockOptions extends RemoteUnlockOptions {
  /** The door, for access control with several doors. */
  readonly channelId?: string
}

/** The two kinds of remote unlock that can be switched on and off. */
export type RemoteUnlockKind = 'without-password' | 'with-password'
