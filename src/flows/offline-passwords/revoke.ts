import { startTiming } from '../shared/cloud-now'
import type { LockContext } from '../shared/lock-context'
import { ROUTE_ISSUE } from './channels'
import { offlineError } from './offline-error'
import { revokeOverRoutes } from './over-routes'
import { windowFrom } from './rules'

/** The remaining step until a lock rejects an offline password. */
export type Revocation =
  /** None: the password had expired. */
  | {
      /** The digits to type at the lock; undefined if nothing has to be typed. */
      readonly clearingCode: undefined
    }
  /** The code must be typed at the lock; nothing is revoked before. */
  | {
      /** The digits to type at the lock; undefined if nothing has to be typed. */
      readonly clearingCode: string
      /** The lock accepts the code until then, milliseconds since 1970. */
      readonly useBeforeMs: number
    }

const endOfCode = (nowMs: number): number => windowFrom('clear-one', nowMs).toMs

type Revoke = (context: LockContext, id: string) => Promise<Revocation>

const overPanel: Revoke = async (context, pwdId) => {
  const sentAtMs = startTiming(context)
  const params = { devId: context.deviceId, pwdId }
  const clearingCode = await context.call('tuya.m.device.lock.offlinepwd.revoke', params)
  return { clearingCode, useBeforeMs: endOfCode(sentAtMs()) }
}

const overMiniProgram: Revoke = async (context, password_id) => {
  const sentAtMs = startTiming(context)
  const params = { device_id: context.deviceId, password_id }
  const answer = await context.call('doorLock.deleteOfflinePassword', params)
  if (typeof answer === 'string')
    return { clearingCode: answer, useBeforeMs: endOfCode(sentAtMs()) }
  if (answer) return { clearingCode: undefined }
  throw offlineError('revoke', 'not-revoked', 'Check whether it is still listed.')
}

/**
 * Panel APIs first, unlike in other flows: `offlinepwd.revoke` and the route are documented; of
 * `doorLock.deleteOfflinePassword`, document 001 has only the name.
 *
 * A lost answer is an OutcomeUnknownError, because no list shows whether a code was issued.
 */
export const revoke: Revoke = async (context, id) =>
  context.selectOperation('offlinePasswords.revoke', [
    ['tuya.m.device.lock.offlinepwd.revoke', overPanel],
    [ROUTE_ISSUE, revokeOverRoutes],
    ['doorLock.deleteOfflinePassword', overMiniProgram],
  ])(context, id)
