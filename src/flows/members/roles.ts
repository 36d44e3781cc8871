import type { LockType } from '../../core/action'
import { radioOf } from '../../core/supports-lock-type'
import type { MemberRole } from './member'

/**
 * The meaning of the vendor's `user_type`. No table is complete:
 *
 * - 50, 10, 20: document 000, lines 60-63, 748-750 and 907-909; the same 50 is the super administrator in lines 315 and
 *   444, one person.
 * - 30: document 001, lines 2171-2197 and 2278-2380, a member without a name; "marked" in lines 2198-2277.
 * - 40 and 0: document 000, line 443 and its neighbours.
 * - only 10, 20, 30: panel APIs (document 004, lines 30-96), which list the owner as an administrator.
 */
const roles: Readonly<Record<number, MemberRole>> = {
  50: 'owner',
  10: 'administrator',
  20: 'member',
  30: 'anonymous',
  40: 'shared',
  0: 'unknown',
}

export const roleOf = (userType: number | undefined): MemberRole =>
  (userType === undefined ? undefined : roles[userType]) ?? 'unknown'

/** The two roles that can be set (document 000, lines 591-643). */
export type GivenRole = 'administrator' | 'member'

export const roleNames: Readonly<Record<GivenRole, 'admin' | 'normal'>> = {
  administrator: 'admin',
  member: 'normal',
}

/** `user_type` of document 003: 1 a user of the home, 2 another user of the lock. */
export type UserKind = 1 | 2

/** Keep-alive and video locks have only users of the home, Wi-Fi locks only the others (document 003, lines 10-65). */
const kindsOfUser: Readonly<Partial<Record<LockType, readonly UserKind[]>>> = {
  'wifi-keepalive': [1],
  'wifi-video': [1],
  wifi: [2],
}

/** The possible user kinds of a member on a lock. */
export const userKindsOf = (type: LockType): readonly UserKind[] =>
  kindsOfUser[type] ?? kindsOfUser[radioOf(type)] ?? [1, 2]
