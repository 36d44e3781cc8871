import { flatMap } from '../../core/contract/flat-map'
import type { UnlockMethod } from '../methods/method'
import { type MethodRow, methodOfRow } from '../methods/method-rows'
import type { ResultOfCall } from '../shared/lock-context'
import type { Member } from './member'
import { roleOf } from './roles'
import { type Schedule, validityOf } from './validity'

/** The fields of a user in two families; each operation omits some. */
interface UserRow {
  readonly user_id: string
  readonly nick_name: string
  readonly user_type?: number | undefined
  readonly lock_user_id?: number | undefined
  readonly user_contact: string
  readonly avatar_url: string
  readonly uid?: string | undefined
  /** 0 not valid, 1 valid; 2 valid later, in `doorLock.listUsers` only. */
  readonly effective_flag?: number | undefined
  readonly time_schedule_info?: Schedule | undefined
  readonly unlock_detail?: readonly MethodGroup[] | undefined
}

interface MethodGroup {
  readonly dp_code: string
  readonly unlock_list?: readonly Omit<MethodRow, 'dp_code'>[] | undefined
}

/** A user of the mini-program's or the open platform's operations. */
export const memberOfRow = (row: UserRow, nowMs: number): Member => {
  const schedule = validityOf(row.time_schedule_info)
  const state = stateOf(row.effective_flag, schedule.validity, nowMs)
  return {
    id: row.user_id,
    name: row.nick_name,
    role: roleOf(row.user_type),
    ...lockUserIdOf(row.lock_user_id),
    ...contactOf(row.user_contact, row.avatar_url),
    ...(row.uid !== undefined && { accountId: row.uid }),
    ...schedule,
    ...(state !== undefined && { state }),
    ...(row.unlock_detail !== undefined && { methods: methodsOf(row.unlock_detail, row.user_id) }),
  }
}

/** 0 is not a number on a lock. */
export const lockUserIdOf = (number = 0): Pick<Member, 'lockUserId'> =>
  number === 0 ? {} : { lockUserId: number }

const contactOf = (contact: string, avatarUrl: string): Pick<Member, 'contact' | 'avatarUrl'> => ({
  ...(contact !== '' && { contact }),
  ...(avatarUrl !== '' && { avatarUrl }),
})

const methodsOf = (groups: readonly MethodGroup[], memberId: string): readonly UnlockMethod[] =>
  flatMap(groups, ({ dp_code, unlock_list = [] }) =>
    unlock_list.map((row) => methodOfRow({ ...row, dp_code }, memberId)),
  )

/** Over REST, 0 means expired or not yet valid. */
const stateOf = (
  flag: number | undefined,
  validity: Member['validity'],
  nowMs: number,
): Member['state'] => {
  if (flag === 1) return 'valid'
  if (flag === 2) return 'not-yet'
  if (flag !== 0) return undefined
  const isAhead = validity !== undefined && validity.permanent !== true && nowMs < validity.fromMs
  return isAhead ? 'not-yet' : 'expired'
}

type PanelRow = Pick<
  ResultOfCall<'tuya.m.device.member.list'>[number],
  'userId' | 'avatarUrl' | 'userContact' | 'userType' | 'nickName'
>

/** A member of the panel APIs, whose samples omit the name and the role. */
export const memberOfPanelRow = (row: PanelRow): Member => ({
  id: row.userId,
  name: row.nickName ?? '',
  role: roleOf(row.userType),
  ...contactOf(row.userContact, row.avatarUrl),
})
