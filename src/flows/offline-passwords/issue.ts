import type { LockContext } from '../shared/lock-context'
import { type OfflineOrder, windowOf } from './read-order'
import { type OfflineWindow, pwdTypes } from './rules'

/** An offline password with its digits, which the vendor shows this one time. */
export interface OfflinePassword extends OfflineWindow {
  readonly id: string
  /** The digits. Typed at the lock, `clear-all` opens nothing: it ends all offline passwords. */
  readonly password: string
  readonly kind: OfflineOrder['kind']
}

/**
 * Takes a password out of the limited supply, once.
 *
 * Where the answer is lost the digits are lost with it, and no list shows them (document 004, `offlinepwd.list`): the
 * OutcomeUnknownError stays one. Whether a row of the list is new says nothing either, for the order can arrive late.
 */
export const issue = async (
  { call, clock, deviceId }: LockContext,
  order: OfflineOrder,
): Promise<OfflinePassword> => {
  // Before it leaves: should the hour change on the way, the lock accepts the password longer than is told.
  const window = windowOf(order, clock.now())
  const { kind, name, phone } = order
  const isChosen = kind === 'multiple'
  const { pwd, pwdId } = await call('tuya.m.device.lock.offlinepwd.get', {
    devId: deviceId,
    pwdType: pwdTypes[kind],
    gmtStart: isChosen ? window.fromMs / 1000 : 0,
    gmtExpired: isChosen ? window.toMs / 1000 : 0,
    ...(name !== undefined && { pwdName: name }),
    ...(phone !== undefined && { countryCode: phone.countryCode, mobile: phone.number }),
  })
  return { id: pwdId, password: pwd, kind, ...window }
}
