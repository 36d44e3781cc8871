import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { type DynamicPassword, fetchDynamic } from './dynamic'
import { issue, type OfflinePassword } from './issue'
import { type ListedKind, type ListedOfflinePassword, list, listRevocable } from './list'
import type { OfflineOrder } from './read-order'
import { type Renaming, rename } from './rename'
import { type Revocation, revoke } from './revoke'
import { type OfflineKind, pwdTypes } from './rules'
import { sendT0, type T0Options, type T0Sent } from './send-t0'

/**
 * Passwords that a lock accepts without ever hearing of them: it works them out from the time and from T0, when it was
 * paired. `dynamic` is of the mini-program; `sendT0` of the data points, or of the mini-program; all the others are
 * panel APIs, which the vendor documents for Wi-Fi locks. Where there is no such operation: UnsupportedError.
 * Where the lock or the cloud says no without a code: a LockError whose `reason` is an `OfflinePasswordReason`.
 */
export interface OfflinePasswords {
  /** A password for five minutes; it changes by itself. */
  readonly dynamic: () => Promise<DynamicPassword>
  /**
   * Takes a password out of a limited supply; two calls take two. Its digits are shown this one time. An OutcomeUnknownError means that one
   * may have been issued whose digits nobody knows: `list` shows whether.
   */
  readonly offline: (order: OfflineOrder) => Promise<OfflinePassword>
  /** Whether the supply has another one. */
  readonly available: (kind: OfflineKind) => Promise<boolean>
  readonly list: (kind: ListedKind) => Promise<readonly ListedOfflinePassword[]>
  /** Names it, and notes the phone that it was sent to. */
  readonly rename: (id: string, renaming: Renaming) => Promise<void>
  /** Those of the kind `multiple` that can be revoked. */
  readonly revocable: () => Promise<readonly ListedOfflinePassword[]>
  /**
   * Takes the code that clears a password of the kind `multiple` out of a limited supply. Nothing is revoked before it is
   * typed at the lock.
   */
  readonly revoke: (id: string) => Promise<Revocation>
  /**
   * Tells the lock when it was paired, unless it knows: a Bluetooth lock accepts no offline password before. Sending it
   * again is harmless. Fails with a TimeoutError where the lock does not say that it has it.
   */
  readonly sendT0: (options?: T0Options) => Promise<T0Sent>
}

export const offlinePasswords = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): OfflinePasswords => {
  const context = lockContext(panel, deviceId, options)
  return {
    dynamic: () => fetchDynamic(context),
    offline: (order) => issue(context, order),
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
  }
}
