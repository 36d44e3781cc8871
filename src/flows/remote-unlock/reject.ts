import { isOutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { LockContext } from '../shared/lock-context'
import { REJECT } from './channels'
import { lockError } from './reasons'
import { REQUEST } from './request-status'

/** `cancelled` withdraws your own `accept`. */
export type RejectKind = 'rejected' | 'cancelled'

const numbers = { rejected: 1, cancelled: 2 } as const
const STATUS = 'device.status'

/**
 * Rejects the request at the door. The operation has no request id, so it is not resent after a lost answer, because it
 * could reject another visitor. The status of the lock shows whether the request is still open.
 */
export const rejectRequest = async (
  { call, deviceId, supports, selectOperation }: LockContext,
  origin: ErrorOrigin,
  kind: RejectKind,
): Promise<void> => {
  selectOperation(origin.action, [[REJECT, true]])
  if (numbers[kind] === undefined)
    throw new ParamsError(origin, [{ path: 'kind', message: 'expected rejected or cancelled' }])
  const device_id = deviceId
  try {
    if (!(await call(REJECT, { device_id, type: numbers[kind] })))
      throw lockError(origin, 'refused')
  } catch (error) {
    if (!isOutcomeUnknownError(error) || !supports(STATUS)) throw error
    const status = await call(STATUS, { device_id }).catch(() => {
      throw error
    })
    if (status.find(({ code }) => code === REQUEST)?.value !== 0) throw error
  }
}
