import { listUserOpmodes } from '../../../../actions/mini-program/door-lock/list-user-opmodes'
import type { ResultOf } from '../../../../src/core/action'
import { commaSeparated, name, pageParams } from '../../../checks/values'
import { asBoolean, asNumber, fixed } from '../../../quirks/values'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { findMember, type LockMember } from '../../../world/lock-users'
import { pageOf } from '../../../world/page'
import type { Opmode } from '../../../world/unlock-methods'
import { methodIdOf } from '../../../world/unlock-methods'
import { operation } from '../../operation'

type Row = ResultOf<typeof listUserOpmodes>['records'][number]

/** No codes means all of them. */
export const listUserOpmodesOperation = operation(listUserOpmodes, {
  params: {
    device_id: name,
    user_id: name,
    target_unlock_standard_dp_codes: commaSeparated,
    ...pageParams,
  },
  handle: ({ world }, { device_id, user_id, target_unlock_standard_dp_codes: codes, ...page }) => {
    const lock = lockFor(listUserOpmodes, world, device_id)
    const owner = findMember(world, lock, user_id)
    const { rows, ...counts } = pageOf(
      lock.opmodes.filter(
        ({ userId, dpCode }) =>
          userId === user_id && (codes.length === 0 || codes.includes(dpCode)),
      ),
      page,
    )
    return { ...counts, records: rows.map((opmode) => rowOf(opmode, owner, lock)) }
  },
  sampled: {
    quirks: [
      asNumber('records[].user_type'),
      asNumber('records[].lock_user_id'),
      asBoolean('records[].photo_unlock'),
      fixed('total_pages', 0),
    ],
  },
})

const rowOf = (opmode: Opmode, { member, lockUser }: LockMember, lock: Lock): Row => ({
  user_name: member.nickName,
  user_id: member.userId,
  uid: member.uid,
  // This operation has no number for the owner of the home.
  user_type: member.userType === 50 ? 10 : member.userType,
  lock_user_id: lockUser.lockUserId,
  dp_code: opmode.dpCode,
  unlock_sn: opmode.unlockSn,
  unlock_id: methodIdOf(lock, opmode),
  unlock_name: opmode.name,
  unlock_attr: opmode.hijack ? 1 : 0,
  photo_unlock: opmode.photoUnlock,
})
