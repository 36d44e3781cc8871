import type { Cloud } from '../cloud'
import { refuse } from '../refusal'
import type { Lock } from './lock'
import { addLockUser, unusedUserId } from './lock-users'
import type { Member } from './member'
import { DIGITS, randomText } from './random-text'
import type { WeeklyTime } from './validity'

/** The permission that a shared link gives its receiver. */
export interface PermissionDetail {
  /** How the receiver may unlock: `unlock_ble` or `unlock_fingerprint`. */
  readonly bizType: string
  /** -1: any number of times. */
  readonly availableTimes: number
  /** The name of the permission; may be empty. */
  readonly name: string
  /** Milliseconds since 1970; no start if absent. */
  readonly effectiveTimeMs?: number
  /** Milliseconds since 1970; no end if absent. */
  readonly invalidTimeMs?: number
  /** The hours of some days of the week. */
  readonly weekly: WeeklyTime
}

/** A link that lets its receiver unlock for a period. */
export interface Sharing {
  /** The id of the invitation. */
  readonly id: string
  /** A secret, valid for one confirmation. */
  readonly ticket: string
  /** The id of the lock. */
  readonly lockId: string
  /** The account of the inviting person. */
  readonly sharerUid: string
  /** Everyone with the ticket if absent. */
  readonly receiverUid?: string
  /** What the receiver may do. */
  readonly detail: PermissionDetail
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number
  /** What became of the invitation. */
  state: 'open' | 'confirmed' | 'cancelled'
}

/** As sampled in document 001. */
const SHARING_LIFE_MS = 300_000
const ID_LENGTH = 7
const TICKET_LENGTH = 32
const HEXADECIMAL = '0123456789abcdef'

export const addSharing = (
  cloud: Cloud,
  lock: Lock,
  input: Pick<Sharing, 'sharerUid' | 'detail'> & { readonly receiverUid: string | undefined },
): Sharing => {
  const { receiverUid, ...others } = input
  const count = cloud.world.sharings.length
  const sharing: Sharing = {
    ...others,
    ...(receiverUid !== undefined && { receiverUid }),
    // Counted up, so that ids differ even with a constant random source.
    id: `${count + 1}${randomText(cloud.random, ID_LENGTH - 1, DIGITS)}`,
    ticket: `${randomText(cloud.random, TICKET_LENGTH - 4, HEXADECIMAL)}${count.toString(16).padStart(4, '0')}`,
    lockId: lock.id,
    expiresAtMs: cloud.now() + SHARING_LIFE_MS,
    state: 'open',
  }
  cloud.world.sharings.push(sharing)
  return sharing
}

/** A sharing as in an answer; 0 seconds or less if it has expired. */
export const invitationOf = ({ id, ticket, expiresAtMs }: Sharing, nowMs: number) => ({
  sharing_id: id,
  sharing_ticket: ticket,
  expire_time: Math.floor((expiresAtMs - nowMs) / 1000),
})

/** The sharing of a ticket, which a confirmation or a cancellation consumes. */
export const openSharing = ({ world }: Cloud, ticket: string): Sharing =>
  world.sharings.find((sharing) => sharing.ticket === ticket && sharing.state === 'open') ??
  refuse('ticket invalid', 'sharing_ticket')

/** Makes the receiver of a sharing a user of the lock, and a member of the home if they are not one. */
export const addReceiver = (
  { world }: Cloud,
  lock: Lock,
  uid: string,
  { name, effectiveTimeMs, invalidTimeMs }: PermissionDetail,
): void => {
  const known = world.members.find((member) => member.uid === uid)
  const member: Member = known ?? {
    userId: unusedUserId(world),
    uid,
    nickName: name,
    contact: '',
    avatarUrl: '',
    userType: 30,
    backHomeNotify: false,
    ...(effectiveTimeMs !== undefined &&
      invalidTimeMs !== undefined && {
        validity: {
          effectiveTime: Math.floor(effectiveTimeMs / 1000),
          expiredTime: Math.floor(invalidTimeMs / 1000),
        },
      }),
  }
  if (known === undefined) world.members.push(member)
  addLockUser(lock, member.userId)
}
