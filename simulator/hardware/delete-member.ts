import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { purgeLockUser } from '../world/lock-users'
import { report } from '../world/report'
import { bytesOf, hexOf } from './hex'

export const DELETE_METHOD = 'unlock_method_delete'

const LENGTH = 6
/** As kind and as number of a method. */
const ALL_KINDS = 0x00
const ALL_NUMBERS = 0xff
const results = { failed: 0x00, ok: 0xff }

/** Deletes a member with all methods: kind, stage, administrator, member, number of the method, style. */
export const deleteMember = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const bytes = bytesOf(value)
  if (bytes?.length !== LENGTH) return
  const [kind, , , memberId, hardId] = bytes
  const user = [...lock.users, ...lock.absentUsers].find(
    ({ lockUserId }) => lockUserId === memberId,
  )
  const isMember = kind === ALL_KINDS && hardId === ALL_NUMBERS && user !== undefined
  if (isMember) purgeLockUser(cloud, lock, user.userId, DELETE_METHOD)
  report(cloud, lock, DELETE_METHOD, hexOf([...bytes, results[isMember ? 'ok' : 'failed']]))
}
