import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { report } from '../world/report'
import type { Opmode } from '../world/unlock-methods'
import { codeOfType, stages } from './enrolment'
import { bytesOf, hexOf } from './hex'

export const DELETE_METHOD = 'unlock_method_delete'

const ALL_TYPES = 0x00
const ALL_NUMBERS = 0xff
const WHOLE_MEMBER = 0
const OK = 0xff
const FAILED = 0x00

/**
 * Deletes a method: its kind, the stage 00, whether its member is an administrator, the member, the number of the method, and
 * a byte that is 0 for every method of the member. The lock reports the command with a result.
 */
export const deleteMethods = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const bytes = bytesOf(value) ?? []
  const [type, stage, , memberId, number, style] = bytes
  // The lock cannot report an unreadable command.
  if (bytes.length !== 6 || stage !== stages.start) return
  const isWholeMember = style === WHOLE_MEMBER && type === ALL_TYPES && number === ALL_NUMBERS
  const deleted = lock.opmodes.filter(
    (method) =>
      isOf(lock, method, memberId, isWholeMember) &&
      (isWholeMember || (method.dpCode === codeOfType(type ?? 0) && method.unlockSn === number)),
  )
  for (const method of deleted) {
    lock.opmodes.splice(lock.opmodes.indexOf(method), 1)
    const { dpCode, unlockSn } = method
    cloud.record({
      deviceId: lock.id,
      command: 'delete-method',
      action: DELETE_METHOD,
      reached: 'lock',
      detail: { dpCode, unlockSn },
    })
  }
  if (deleted.length > 0) cloud.push(lock, { event: 'unlockMethodDelete' })
  const result = deleted.length > 0 || isWholeMember ? OK : FAILED
  report(cloud, lock, DELETE_METHOD, hexOf([...bytes, result]))
}

/** A method without a member can be deleted as the method of any. */
const isOf = (
  { users }: Lock,
  { userId }: Opmode,
  memberId: number | undefined,
  isWholeMember: boolean,
): boolean =>
  userId === undefined
    ? !isWholeMember
    : users.some((user) => user.userId === userId && user.lockUserId === memberId)
