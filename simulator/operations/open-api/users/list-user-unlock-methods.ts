import { listUserUnlockMethods } from '../../../../actions/open-api/users/list-user-unlock-methods'
import { commaSeparated, name, text, urlPageParams } from '../../../checks/values'
import { asNumber, asZeroOrOne, parsed } from '../../../quirks/values'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import type { Validity } from '../../../world/member'
import { pageOf } from '../../../world/page'
import { methodIdOf } from '../../../world/unlock-methods'
import { operation } from '../../operation'
import { isValid, userTypeOf } from '../shared/user'

const CONFIRMED = 1
const FROZEN = 3

/** No codes means all of them; `unlock_name` matches a part of the name. */
export const listUserUnlockMethodsOperation = operation(listUserUnlockMethods, {
  params: {
    device_id: name,
    user_id: name,
    codes: commaSeparated,
    unlock_name: text,
    ...urlPageParams,
  },
  handle: (cloud, { device_id, user_id, codes, unlock_name, ...page }) => {
    const lock = lockFor(listUserUnlockMethods, cloud.world, device_id)
    const { member, lockUser } = findMember(cloud.world, lock, user_id)
    const methods = lock.opmodes.filter(
      (opmode) =>
        opmode.userId === user_id &&
        (codes.length === 0 || codes.includes(opmode.dpCode)) &&
        opmode.name.includes(unlock_name),
    )
    return pageOf(methods, page).rows.map((opmode) => ({
      user_name: member.nickName,
      user_id,
      uid: member.uid,
      user_type: userTypeOf(member),
      lock_user_id: lockUser.lockUserId,
      unlock_name: opmode.name,
      opmode_id: opmode.id,
      dp_code: opmode.dpCode,
      unlock_sn: opmode.unlockSn,
      unlock_id: methodIdOf(lock, opmode),
      phase: isValid(cloud, member) ? CONFIRMED : FROZEN,
      unlock_attr: opmode.hijack ? 1 : 0,
      // The app notifies the family of a duress alarm.
      notify_info: { app_send: opmode.hijack },
      allocate_flag: opmode.assigned ?? false,
      operate: 'CREATE',
      voice_attr: opmode.voice ? 1 : 0,
      user_time_set: timeSetOf(member.validity),
      delivery_status: 'SUCCESS',
    }))
  },
  sampled: {
    quirks: [asNumber('[].unlock_sn'), asZeroOrOne('[].allocate_flag'), parsed('[].notify_info')],
  },
})

/** The validity of a permanent user, as sampled: the first second of 2000 in China, and the last one of 2030. */
const always = { effectiveTime: 0x386cd300, expiredTime: 0x72bc9b7f }
const NO_DAYS = '00'.repeat(9)

/** Start and end, without days. */
const timeSetOf = ({ effectiveTime, expiredTime }: Validity = always): string =>
  [effectiveTime, expiredTime].map((time) => time.toString(16).padStart(8, '0')).join('') + NO_DAYS
