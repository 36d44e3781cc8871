import type { SdkError } from '../../core/errors/sdk-error'
import type { DpValues } from '../../data-points/data-points'
import type { Attempt } from '../shared/attempt'

/** The step of a session: reading what the cloud has for the lock, then each part. */
export interface BleSessionStep {
  /** What the session does now. */
  readonly step: 'config' | 'random' | 'removed-members' | 'records'
}

/**
 * What a part of a session did. `not-needed`: the cloud has nothing for the lock. `not-supported`: this panel has no list of
 * removed users. A part that failed does not stop the next one.
 */
export type SessionOutcome =
  | {
      /** The outcome of this part. */
      readonly status: 'done' | 'not-needed' | 'not-supported'
    }
  | {
      readonly status: 'failed'
      /** Why this part failed. */
      readonly error: SdkError
    }

/** The result of a session; each part has its own outcome. */
export interface BleSession {
  /** The random number for unlocking was sent to the lock. */
  readonly random: SessionOutcome
  /** The users who were removed in the cloud were deleted on the lock; failed if one of them was not. */
  readonly removedMembers: SessionOutcome & {
    /** The numbers of the users whom the lock reported as deleted. */
    readonly deleted: readonly number[]
    /** The users whom the lock did not report as deleted. */
    readonly failed: readonly {
      /** The number of the user on the lock. */
      readonly lockUserId: number
      /** Why the user was not deleted. */
      readonly error: SdkError
    }[]
  }
  /** The lock reported the records that it stored while no app was near. */
  readonly records: SessionOutcome & {
    /**
     * The reports, oldest first: `record` is raw, in a format that no document gives; others have the codes of openings,
     * alarms and closings. They happened before the session, at a time that only the raw form may contain.
     */
    readonly reports: readonly DpValues[]
  }
}

/** A running session with a Bluetooth lock. */
export type BleSessionAttempt = Attempt<BleSessionStep, BleSession>
