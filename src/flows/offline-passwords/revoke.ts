import type { LockContext } from '../shared/lock-context'
import { offlineError } from './offline-error'
import { windowFrom } from './rules'

/** What is left to do, so that a lock no longer accepts an offline password. */
export type Revocation =
  /** Nothing: it was over. */
  | { readonly clearingCode: undefined }
  /** Somebody types the code at the lock: nothing is revoked before. */
  | { readonly clearingCode: string; readonly useBeforeMs: number }

type Way = (context: LockContext, id: string) => Promise<Revocation>

const overPanel: Way = async ({ call, clock, deviceId }, pwdId) => {
  const { toMs } = windowFrom('clear-one', clock.now())
  const params = { devId: deviceId, pwdId }
  return {
    clearingCode: await call('tuya.m.device.lock.offlinepwd.revoke', params),
    useBeforeMs: toMs,
  }
}

const overMiniProgram: Way = async ({ call, clock, deviceId }, password_id) => {
  const { toMs } = windowFrom('clear-one', clock.now())
  const params = { device_id: deviceId, password_id }
  const answer = await call('doorLock.deleteOfflinePassword', params)
  if (typeof answer === 'string') return { clearingCode: answer, useBeforeMs: toMs }
  if (answer) return { clearingCode: undefined }
  throw offlineError('revoke', 'not-revoked', 'Look whether it is still listed.')
}

/**
 * Panel APIs first, although flows begin with the mini-program's elsewhere: `offlinepwd.revoke` is documented, and of
 * `doorLock.deleteOfflinePassword` document 001 has the name alone.
 *
 * A lost answer stays an OutcomeUnknownError: no list shows whether a code was handed out, and none shows the code.
 */
export const revoke: Way = async (context, id) =>
  context.selectOperation('offlinePasswords.revoke', [
    ['tuya.m.device.lock.offlinepwd.revoke', overPanel],
    ['doorLock.deleteOfflinePassword', overMiniProgram],
  ])(context, id)
