import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { withOwnInputs } from '../shared/own-inputs'
import { type DynamicPassword, fetchDynamic } from './dynamic'
import { issue, type OfflinePassword } from './issue'
import { type ListedKind, type ListedOfflinePassword, list, listRevocable } from './list'
import type { OfflineRequest } from './offline-request'
import { type Renaming, rename } from './rename'
import { type Revocation, revoke } from './revoke'
import { type OfflineKind, pwdTypes } from './rules'
import { sendT0, type T0Options, type T0Sent } from './send-t0'

/**
 * Passwords that a lock computes from the time and from T0, the time of pairing, so that it needs no message from the
 * cloud. `dynamic` is a mini-program action or a route; `sendT0` uses data points, the mini-program or a route; the others
 * are panel APIs, for Wi-Fi locks, or routes, for Wi-Fi and Bluetooth locks. No route has `available` and `revocable`, or
 * stores a `phone` (ParamsError). Without an operation: UnsupportedError. A refusal without a code is a LockError whose
 * `reason` is an `OfflinePasswordReason`.
 */
export interface OfflinePasswords {
  /**
   * Fetches the current password, which is valid for five minutes.
   *
   * @example
   * ```ts
   * const { password, validUntilMs } = await frontDoor.offlinePasswords.dynamic()
   * ```
   */
  readonly dynamic: () => Promise<DynamicPassword>
  /**
   * Issues a password from a limited supply; two calls issue two. Only this result contains the PIN. After an
   * OutcomeUnknownError, a password may have been issued whose PIN is lost; `list` shows it.
   *
   * @example
   * ```ts
   * const { password } = await frontDoor.offlinePasswords.offline({ kind: 'once', name: 'Parcel' })
   * ```
   */
  readonly offline: (request: OfflineRequest) => Promise<OfflinePassword>
  /**
   * Whether the supply has another password.
   *
   * @example
   * ```ts
   * const isAvailable = await frontDoor.offlinePasswords.available('once')
   * ```
   */
  readonly available: (kind: OfflineKind) => Promise<boolean>
  /**
   * Lists the passwords of a kind, without PINs.
   *
   * @example
   * ```ts
   * const passwords = await frontDoor.offlinePasswords.list('multiple')
   * ```
   */
  readonly list: (kind: ListedKind) => Promise<readonly ListedOfflinePassword[]>
  /**
   * Sets the name, and the phone number that the password was sent to.
   *
   * @example
   * ```ts
   * const { id } = await frontDoor.offlinePasswords.offline({ kind: 'once' })
   * await frontDoor.offlinePasswords.rename(id, { name: 'Parcel' })
   * ```
   */
  readonly rename: (id: string, renaming: Renaming) => Promise<void>
  /**
   * Lists the passwords of the kind `multiple` that can be revoked.
   *
   * @example
   * ```ts
   * const passwords = await frontDoor.offlinePasswords.revocable()
   * ```
   */
  readonly revocable: () => Promise<readonly ListedOfflinePassword[]>
  /**
   * Issues a clearing code for a password of the kind `multiple`, from a limited supply. The password is revoked when the
   * code is typed at the lock.
   *
   * @example
   * ```ts
   * const [password] = await frontDoor.offlinePasswords.revocable()
   * const revocation = password && (await frontDoor.offlinePasswords.revoke(password.id))
   * ```
   */
  readonly revoke: (id: string) => Promise<Revocation>
  /**
   * Sends the time of pairing to the lock, unless it has it. A Bluetooth lock accepts no offline password before. Can be
   * called repeatedly. Fails with a TimeoutError if the lock does not report T0.
   *
   * @example
   * ```ts
   * const deviceId = seed.locks.gardenGate.id
   * const dataPoints = simulator.asDataPoints({ deviceId })
   * const gate = lock(panel, deviceId, { type: 'ble', clock, dataPoints })
   * const { sent } = await gate.offlinePasswords.sendT0()
   * ```
   */
  readonly sendT0: (options?: T0Options) => Promise<T0Sent>
}

/**
 * The offline password flow of one lock.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi', clock } as const
 * const { dynamic } = offlinePasswords(panel, seed.locks.frontDoor.id, options)
 * const { password } = await dynamic()
 * ```
 */
export const offlinePasswords = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): OfflinePasswords => {
  const context = lockContext(panel, deviceId, options)
  return withOwnInputs({
    dynamic: () => fetchDynamic(context),
    offline: (request) => issue(context, request),
    available: (kind) =>
      context.call('tuya.m.device.lock.offlinepwd.available', {
        devId: deviceId,
        pwdType: pwdTypes[kind],
      }),
    list: (kind) => list(context, kind),
    rename: (id, renaming) => rename(context, id, renaming),
    revocable: () => listRevocable(context),
    revoke: (id) => revoke(context, id),
    sendT0: (t0) => sendT0(context, t0),
  })
}
