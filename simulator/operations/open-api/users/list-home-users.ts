import { listHomeUsers } from '../../../../actions/open-api/users/list-home-users'
import { commaSeparated, name, urlPageParams } from '../../../checks/values'
import { without } from '../../../quirks/fields'
import { asNumber, asText, emptied } from '../../../quirks/values'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { type LockMember, membersOf } from '../../../world/lock-users'
import { pageOf } from '../../../world/page'
import { methodIdOf } from '../../../world/unlock-methods'
import { operation } from '../../operation'
import { isAdministrator } from '../shared/device-user'
import { userFields, userState } from '../shared/user'

const SCHEDULE = 'records[].time_schedule_info'

/** No codes: no methods. */
export const listHomeUsersOperation = operation(listHomeUsers, {
  params: { device_id: name, codes: commaSeparated, ...urlPageParams },
  handle: (cloud, { device_id, codes, ...page }) => {
    const lock = lockFor(listHomeUsers, cloud.world, device_id)
    const { rows, ...counts } = pageOf(membersOf(cloud.world, lock), page)
    return {
      ...counts,
      records: rows.map((row) => ({
        ...userFields(row),
        ...userState(cloud, lock, row),
        ...(codes.length > 0 && { unlock_detail: codes.map((code) => detailOf(code, lock, row)) }),
      })),
    }
  },
  sampled: {
    quirks: [
      asText('records[].user_id'),
      asNumber(`${SCHEDULE}.effective_time`),
      asNumber(`${SCHEDULE}.expired_time`),
      without(`${SCHEDULE}.schedule_details[].time_zone_id`),
      emptied('records[].unlock_detail'),
    ],
  },
})

const detailOf = (code: string, lock: Lock, { member }: LockMember) => {
  const methods = lock.opmodes.filter(
    ({ dpCode, userId }) => dpCode === code && userId === member.userId,
  )
  return {
    dp_code: code,
    count: methods.length,
    unlock_list: methods.map((opmode) => ({
      unlock_id: methodIdOf(lock, opmode),
      unlock_sn: opmode.unlockSn,
      unlock_name: opmode.name,
      unlock_attr: opmode.hijack ? 1 : 0,
      op_mode_id: Number(opmode.id),
      photo_unlock: opmode.photoUnlock,
      admin: isAdministrator(member),
    })),
  }
}
