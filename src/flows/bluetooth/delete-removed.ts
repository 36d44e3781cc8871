import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { firstValue } from '../../core/rx/first-value'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { DataPoints } from '../../data-points/data-points'
import { exchange } from '../../data-points/exchange'
import {
  unlockMethodDelete,
  unlockMethodDeleteReport,
} from '../../data-points/raw/unlock-method-delete'
import type { LockContext } from '../shared/lock-context'
import type { RemovedLockUser } from '../shared/lock-options'
import { bleError } from './ble-error'

const DELETE = 'unlock_method_delete'

/**
 * Deletes one removed user and all methods of the user on the lock, and waits for its report. Can be repeated: a user who is
 * no longer there stays deleted.
 */
export const deleteRemovedUser = async (
  { clock, reportTimeoutMs: timeoutMs }: LockContext,
  dataPoints: DataPoints,
  { lockUserId: memberId, admin: isAdmin = false }: RemovedLockUser,
  origin: ErrorOrigin,
  signal: AbortSignalLike,
): Promise<void> => {
  // A lock may take number 0 for every user.
  if (!(memberId > 0))
    throw new ParamsError(origin, [{ path: 'lockUserId', message: 'expected a number from 1' }])
  const value = unlockMethodDelete.encode({
    type: 'all',
    stage: 'start',
    isAdmin,
    memberId,
    hardId: 'all',
    style: 0,
  })
  let isDeleted = false
  const answer = exchange(dataPoints, {
    send: { [DELETE]: value },
    matches: ({ [DELETE]: raw }) => {
      const read = unlockMethodDeleteReport.decode(raw)
      if (read._tag === 'Left') return false
      const { type, memberId: reported, hardId, result } = read.right
      isDeleted = result === 'ok'
      return type === 'all' && hardId === 'all' && reported === memberId
    },
    timeoutMs,
    clock,
  })
  await firstValue(answer, origin, signal)
  if (!isDeleted) throw bleError(origin, 'not-deleted')
}
