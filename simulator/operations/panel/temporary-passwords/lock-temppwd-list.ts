import { lockTemppwdList } from '../../../../actions/panel/temporary-passwords/lock-temppwd-list'
import type { ResultOf } from '../../../../src/core/action'
import { without } from '../../../quirks/fields'
import { parsed } from '../../../quirks/values'
import { listedHours } from '../../../world/listed-hours'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import type { PasswordState, TemporaryPassword } from '../../../world/temporary-password'
import { operation } from '../../operation'
import { deviceParams } from '../shared/params'
import { detailsOf } from '../shared/schedule'

/** 1 pending, 2 to be sent, 3 in use, 4 to be deleted; the document lists 5 without a meaning: here it is expired. */
const effective = {
  'failed-to-send': 1,
  'to-be-sent': 2,
  sent: 3,
  frozen: 3,
  'to-be-deleted': 4,
} as const satisfies Record<Exclude<PasswordState, 'deleted' | 'revoked'>, number>
const EXPIRED = 5

/** All passwords that are not deleted. A password without a number on the lock gets its position. */
export const lockTemppwdListOperation = operation(lockTemppwdList, {
  params: deviceParams,
  handle: ({ world, now }, { devId }) => {
    const lock = lockFor(lockTemppwdList, world, devId)
    return world.temporaryPasswords
      .filter(({ lockId }) => lockId === lock.id)
      .flatMap((password, index) => rowOf(lock, password, index + 1, now()))
  },
  sampled: { quirks: [without('[].availTime'), parsed('[].scheduleDetails')] },
})

const rowOf = (
  lock: Lock,
  password: TemporaryPassword,
  count: number,
  nowMs: number,
): ResultOf<typeof lockTemppwdList> => {
  const { state, name, phone, effectiveTime, invalidTime } = password
  if (state === 'deleted' || state === 'revoked') return []
  const isExpired = state !== 'to-be-deleted' && invalidTime * 1000 <= nowMs
  return [
    {
      name,
      effective: isExpired ? EXPIRED : effective[state],
      phone,
      effectiveTime,
      invalidTime,
      sn: password.sn ?? count,
      id: password.id,
      scheduleDetails: detailsOf(listedHours(lock, password.schedule)),
      availTime: password.type ?? 0,
    },
  ]
}
