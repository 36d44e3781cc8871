import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { purgeLockUser } from '../world/lock-users'
import { report } from '../world/report'
import type { Opmode } from '../world/unlock-methods'
import { codeOfType, stages } from './enrolment'
import { bytesOf, hexOf } from './hex'

export const DELETE_METHOD = 'unlock_method_delete'

const LENGTH = 6
/** As kind and as number of a method. */
const ALL_KINDS = 0x00
const ALL_NUMBERS = 0xff
const results = { failed: 0x00, ok: 0xff }

/**
 * Deletes a method, or a member with all methods: the kind, the stage 00, whether the member is an administrator, the
 * member, the number of the method, and a byte that is 0 for a whole member. The lock reports the command with a result.
 */
export const deleteMethods = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const bytes = bytesOf(value) ?? []
  const [kind = 0, stage, , memberId, number, style] = bytes
  // The lock cannot report an unreadable command.
  if (bytes.length !== LENGTH || stage !== stages.start) return
  const isDeleted =
    kind === ALL_KINDS && number === ALL_NUMBERS && style === 0
      ? deleteMember(cloud, lock, memberId)
      : deleteMethod(
          cloud,
          lock,
          ({ dpCode, unlockSn, userId }) =>
            dpCode === codeOfType(kind) &&
            unlockSn === number &&
            // A method without a member can be deleted as the method of any.
            (userId === undefined || userId === userOf(lock, memberId)),
        )
  report(cloud, lock, DELETE_METHOD, hexOf([...bytes, results[isDeleted ? 'ok' : 'failed']]))
}

const userOf = (lock: Lock, memberId: number | undefined): string | undefined =>
  [...lock.users, ...lock.absentUsers].find(({ lockUserId }) => lockUserId === memberId)?.userId

const deleteMember = (cloud: Cloud, lock: Lock, memberId: number | undefined): boolean => {
  const userId = userOf(lock, memberId)
  if (userId !== undefined) purgeLockUser(cloud, lock, userId, DELETE_METHOD)
  return userId !== undefined
}

const deleteMethod = (cloud: Cloud, lock: Lock, isSought: (method: Opmode) => boolean): boolean => {
  const method = lock.opmodes.find(isSought)
  if (method === undefined) return false
  lock.opmodes.splice(lock.opmodes.indexOf(method), 1)
  const { dpCode, unlockSn } = method
  cloud.record({
    deviceId: lock.id,
    command: 'delete-method',
    action: DELETE_METHOD,
    reached: 'lock',
    detail: { dpCode, unlockSn },
  })
  cloud.push(lock, { event: 'unlockMethodDelete' })
  return true
}
