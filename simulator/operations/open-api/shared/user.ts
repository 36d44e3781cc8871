import type { Cloud } from '../../../cloud'
import type { Lock } from '../../../world/lock'
import type { LockMember } from '../../../world/lock-users'
import type { Member, Validity } from '../../../world/member'
import { effectiveFlagOf } from '../../../world/validity'

/** Document 000 has no number for an anonymous member: unknown. */
export const userTypeOf = ({ userType }: Pick<Member, 'userType'>): number =>
  userType === 30 ? 0 : userType

/** The fields of a user in every operation of document 000. */
export const userFields = ({ member, lockUser }: LockMember) => ({
  user_id: member.userId,
  avatar_url: member.avatarUrl,
  user_contact: member.contact,
  user_type: userTypeOf(member),
  nick_name: member.nickName,
  lock_user_id: lockUser.lockUserId,
})

/** More fields of most operations; a user who becomes valid later is not valid. */
export const userState = (cloud: Cloud, lock: Lock, { member }: LockMember) => ({
  uid: member.uid,
  back_home_notify_attr: member.backHomeNotify,
  effective_flag: isValid(cloud, member) ? 1 : 0,
  time_schedule_info: scheduleOf(lock, member.validity),
})

export const isValid = ({ now }: Cloud, { validity }: Pick<Member, 'validity'>): boolean =>
  effectiveFlagOf({ from: validity?.effectiveTime, until: validity?.expiredTime }, now() / 1000) ===
  1

const scheduleOf = ({ online }: Lock, validity: Validity | undefined) =>
  validity === undefined
    ? { permanent: true }
    : {
        permanent: false,
        effective_time: validity.effectiveTime,
        expired_time: validity.expiredTime,
        operate: validity.operate ?? 'ADD',
        // The schedule is sent as soon as the lock is online.
        delivery_status: online ? 'SUCCESS' : 'ONGOING',
        schedule_details: (validity.days ?? []).map((day) => ({
          all_day: day.allDay,
          start_minute: day.startMinute,
          end_minute: day.endMinute,
          working_day: day.workingDay,
          ...(day.timeZoneId !== undefined && { time_zone_id: day.timeZoneId }),
        })),
      }
