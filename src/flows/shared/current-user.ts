import type { CallOptions } from '../../core/pipeline/call'
import type { LockContext } from './lock-context'

interface CurrentUser {
  readonly userId: string
  /** The number of the user on the lock. */
  readonly lockUserId?: number | undefined
}

type Read = (context: LockContext, options?: CallOptions) => Promise<CurrentUser>

/** Reads the user of the panel, over the family that supports it. */
export const currentUser: Read = async (context, options) =>
  context.selectOperation<Read>('the current user', [
    ['doorLock.getUser', readOverMiniProgram],
    ['tuya.m.device.member.panel.get', readOverPanel],
  ])(context, options)

const readOverMiniProgram: Read = async ({ call, deviceId: device_id }, options) => {
  const user = await call('doorLock.getUser', { device_id, user_id: '0' }, options)
  return { userId: user.user_id, lockUserId: user.lock_user_id }
}

const readOverPanel: Read = ({ call, deviceId: devId }, options) =>
  call('tuya.m.device.member.panel.get', { devId, userId: '' }, options)
