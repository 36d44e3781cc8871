import type { MemberRole } from '../../src/flows/members/member'

/** A call that a policy decides on. */
export interface Access {
  /** The mini-program action, such as `doorLock.passwordFreeOpen`. */
  readonly action: string
  /** The decoded parameters. */
  readonly params: Readonly<Record<string, unknown>>
  /** Absent for an action without a device. For several devices, the policy decides on each. */
  readonly deviceId?: string
  /** The role of the user on the device; `unknown` without a device. */
  readonly role: MemberRole
  /** The `user_id` of the user on the device, if it is known. */
  readonly userId: string | undefined
  /** Reads the role of another user on the device from the cloud; `unknown` if the cloud does not show it. */
  readonly roleOf: (userId: string) => Promise<MemberRole>
}

/**
 * - `refused`: nothing is sent.
 * - `allowed`: the user gets the whole answer.
 * - `managed-rows`: of a list of users, those whom the role may view.
 * - `own-rows`: of a list of records, those of the user.
 */
export type Decision = 'refused' | 'allowed' | 'managed-rows' | 'own-rows'

/**
 * Decides on each call. Anything but a known decision, and an error, refuses it.
 *
 * @example
 * ```ts
 * const withoutPasswords: Policy = (access) =>
 *   access.action.includes('TemporaryPassword') ? 'refused' : documentedPolicy(access)
 * ```
 */
export type Policy = (access: Access) => Decision | PromiseLike<Decision>
