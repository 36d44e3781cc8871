import type { LockType } from '../core/action'
import { type Bluetooth, bluetooth } from './bluetooth/bluetooth'
import { type Capabilities, capabilities } from './capabilities/capabilities'
import { type Enrolment, enrolment } from './enrolment/enrolment'
import { type Live, live } from './live/live'
import { type Members, members } from './members/members'
import { type Methods, methods } from './methods/methods'
import { type OfflinePasswords, offlinePasswords } from './offline-passwords/offline-passwords'
import { type OpmodeSync, opmodeSync } from './opmode-sync/opmode-sync'
import { type Records, records } from './records/records'
import { type RemoteUnlock, remoteUnlock } from './remote-unlock/remote-unlock'
import { type Settings, settings } from './settings/settings'
import type { LockOptions, PanelOfLock } from './shared/lock-options'
import { type Sharing, sharing } from './sharing/sharing'
import {
  type TemporaryPasswords,
  temporaryPasswords,
} from './temporary-passwords/temporary-passwords'

/** All flows of one lock. */
export interface Lock<P extends PanelOfLock = PanelOfLock>
  extends RemoteUnlock,
    OpmodeSync,
    Enrolment,
    Records,
    Live,
    Capabilities<P> {
  /** The device id of the vendor. */
  readonly deviceId: string
  /** The option `type`; `any` if it was not given. */
  readonly type: LockType
  /** Creates, lists, changes and removes temporary passwords. */
  readonly temporaryPasswords: TemporaryPasswords
  /** Issues passwords for a lock that is offline. */
  readonly offlinePasswords: OfflinePasswords
  /** Unlocks and locks with a phone near the lock. */
  readonly ble: Bluetooth
  /** Lists and changes who may use the lock. */
  readonly members: Members
  /** Lists, assigns, renames and deletes unlocking methods. */
  readonly methods: Methods
  /** Reads and changes the settings of the lock. */
  readonly settings: Settings
  /** Shares the lock by invitations. */
  readonly sharing: Sharing
}

/**
 * Creates all flows of one lock. An app that needs one flow calls its function instead, which keeps the others out of its
 * bundle. Nothing is sent before a method is called, and no method uses `this`. Throws a `ParamsError` for invalid
 * arguments and options.
 *
 * @example
 * ```ts
 * const door = lock(panel, seed.locks.frontDoor.id, { type: 'wifi', clock })
 * const supportsUnlock = door.supports('doorLock.passwordFreeOpen')
 * ```
 */
export const lock = <P extends PanelOfLock>(
  panel: P,
  deviceId: string,
  options: LockOptions = {},
): Lock<P> => ({
  deviceId,
  ...remoteUnlock(panel, deviceId, options),
  // After the first flow, which checks the options.
  type: options.type ?? 'any',
  ...opmodeSync(panel, deviceId, options),
  ...enrolment(panel, deviceId, options),
  ...records(panel, deviceId, options),
  ...live(panel, deviceId, options),
  ...capabilities(panel, deviceId, options),
  temporaryPasswords: temporaryPasswords(panel, deviceId, options),
  offlinePasswords: offlinePasswords(panel, deviceId, options),
  ble: bluetooth(panel, deviceId, options),
  members: members(panel, deviceId, options),
  methods: methods(panel, deviceId, options),
  settings: settings(panel, deviceId, options),
  sharing: sharing(panel, deviceId, options),
})
