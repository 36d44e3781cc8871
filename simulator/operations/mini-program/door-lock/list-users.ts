import { listUsers } from '../../../../actions/mini-program/door-lock/list-users'
import type { ResultOf } from '../../../../src/core/action'
import { commaSeparated, name, pageParams } from '../../../checks/values'
import { bareRows } from '../../../quirks/fields'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { type LockMember, membersOf } from '../../../world/lock-users'
import type { DayTime, Validity } from '../../../world/member'
import { pageOf } from '../../../world/page'
import type { Opmode } from '../../../world/unlock-methods'
import { effectiveFlagOf } from '../../../world/validity'
import { operation } from '../../operation'

type User = ResultOf<typeof listUsers>['records'][number]

export const listUsersOperation = operation(listUsers, {
  params: { device_id: name, target_standard_dp_codes: commaSeparated, ...pageParams },
  handle: (cloud, { device_id, target_standard_dp_codes, ...page }) => {
    const lock = lockFor(listUsers, cloud.world, device_id)
    const { rows, ...counts } = pageOf(membersOf(cloud.world, lock), page)
    return {
      ...counts,
      records: rows.map((row) => userOf(row, lock, target_standard_dp_codes, cloud.now())),
    }
  },
  sampled: {
    envelope: 'bare',
    quirks: [bareRows('records', ['has_more', 'total', 'total_pages'])],
  },
})

const userOf = (
  { member, lockUser }: LockMember,
  lock: Lock,
  codes: readonly string[],
  nowMs: number,
): User => ({
  user_id: member.userId,
  uid: member.uid,
  lock_user_id: lockUser.lockUserId,
  user_contact: member.contact,
  nick_name: member.nickName,
  avatar_url: member.avatarUrl,
  user_type: member.userType,
  back_home_notify_attr: member.backHomeNotify,
  effective_flag: effectiveFlagOf(
    { from: member.validity?.effectiveTime, until: member.validity?.expiredTime },
    nowMs / 1000,
  ),
  time_schedule_info: scheduleOf(member.validity),
  ...(codes.length > 0 && {
    unlock_detail: codes.map((code) => detailOf(code, lock, member.userId)),
  }),
})

const scheduleOf = (validity: Validity | undefined): User['time_schedule_info'] =>
  validity === undefined
    ? { permanent: true }
    : {
        permanent: false,
        effective_time: validity.effectiveTime,
        expired_time: validity.expiredTime,
        ...(validity.days !== undefined && { schedule_details: validity.days.map(dayOf) }),
      }

const dayOf = ({ allDay, startMinute, endMinute, workingDay }: DayTime) => ({
  all_day: allDay,
  effective_time: startMinute,
  invalid_time: endMinute,
  working_day: workingDay,
})

const detailOf = (code: string, lock: Lock, userId: string) => {
  const methods = lock.opmodes.filter((one) => one.dpCode === code && one.userId === userId)
  return {
    dp_code: code,
    /** The lock has this kind of method. */
    open: Object.hasOwn(lock.dpIds, code),
    count: methods.length,
    unlock_list: methods.map(methodOf),
  }
}

const methodOf = ({ dpCode, unlockSn, name: unlockName, hijack, everAllocated }: Opmode) => ({
  dp_code: dpCode,
  unlock_sn: unlockSn,
  unlock_name: unlockName,
  unlock_attr: hijack ? 1 : 0,
  allocate_flag: !everAllocated,
})
