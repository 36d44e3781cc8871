import type { Observable } from 'rxjs'
import type { Action, LockType } from '../../core/action'
import type { Clock } from '../../core/clock'
import type { PasswordCipher } from '../../crypto/password-cipher'
import type { PinDigits } from '../../crypto/pin-rule'
import type { SecureRandom } from '../../crypto/secure-random'
import type { DataPoints } from '../../data-points/data-points'
import type { DpSchema } from '../../data-points/dp-schema'
import type { LockSdkLike } from './lock-sdk-like'

/** What flows require of a panel; every `Panel` fits, with any registry. */
export interface PanelOfLock {
  /** Calls an operation; see `Panel`. */
  readonly apiRequest: (name: never, ...args: never) => Promise<unknown>
  /** Reads the pages of a list; see `Panel`. */
  readonly pages: (name: never, ...args: never) => AsyncIterableIterator<unknown>
  /** Returns the action of a name; undefined if the panel does not have it. */
  readonly find: (name: string) => Action | undefined
  /** The routes that carry a mini-program action; a panel of the app's own may lack it. */
  readonly twinsOf?: (name: string) => readonly Action[]
  /** Holds back synchronisations of a device until the returned function is called; see `Panel`. */
  readonly holdSync: (device: string) => () => void
  /** The cloud's time, if an answer has shown it; a panel of the app's own may lack it. */
  readonly cloudTime?: () => number | undefined
  /** Completes when the panel is closed; nothing is sent to the lock after that. */
  readonly events$: Observable<unknown>
}

/** A random number that the cloud issued for a Bluetooth lock; all texts are hexadecimal. It is sufficient to unlock. */
export interface LockRandom {
  /** The number of the user on the lock. */
  readonly devUnlockId: string
  /** The random number itself. */
  readonly ins: string
  /** The command that sends the number to the lock. */
  readonly wakeUpIns: string
  /** The lock does not have the number yet. */
  readonly distributed?: boolean
}

/** A user who was removed in the cloud, and whom the lock still knows. */
export interface RemovedLockUser {
  /** The number of the user on the lock, from 1 to 255. */
  readonly lockUserId: number
  /** The user was an administrator. @default false */
  readonly admin?: boolean
}

/** What the cloud has for a Bluetooth lock: the answer of `syncLockBatch` of `@ray-js/ray`. Absent fields are not needed. */
export interface LockSync {
  /** The random number for unlocking. */
  readonly lockRandom?: LockRandom
  /** The users to delete on the lock. */
  readonly removedUser?: readonly RemovedLockUser[]
  /** Hexadecimal: the command that makes the lock report its stored records; no document says which of both forms it has. */
  readonly lockRecord?:
    | string
    | {
        /** The command in hexadecimal. */
        readonly ins: string
        /** The lock has records to report; the command is sent only then. */
        readonly distributed?: boolean
      }
}

/**
 * Options of `lock` and of each flow; the flows document which ones they need.
 *
 * @example
 * ```ts
 * const options: LockOptions = { type: 'wifi', clock, dataPoints: simulator.asDataPoints() }
 * const door = lock(panel, seed.locks.frontDoor.id, options)
 * ```
 */
export interface LockOptions {
  /**
   * Determines the length of passwords, the version of panel APIs and the supported operations; `describeLock` reads it. For
   * `any`, nothing is rejected before it is sent: the cloud decides.
   *
   * @default 'any'
   */
  readonly type?: LockType
  /** The PINs of a lock with a reduced keypad. @default the documented length, digits 0 to 9 */
  readonly digits?: PinDigits
  /** The clock of all waits; pass the panel's clock. @default real time */
  readonly clock?: Clock
  /** Encrypts passwords: a call to your server, so that the panel holds no access key, or `passwordCipher`. */
  readonly passwordCipher?: PasswordCipher
  /**
   * Encrypts the PIN of a temporary password for the panel API, which has no ticket. No document names the key; reports
   * say the local key of the lock.
   */
  readonly panelPasswordCipher?: (password: string) => PromiseLike<string> | string
  /** Generates passwords: `wxSecureRandom(wx)` or `webSecureRandom(crypto)`. */
  readonly secureRandom?: SecureRandom
  /** The channel to the lock itself, through a host. Without it, flows poll the cloud where an operation exists. */
  readonly dataPoints?: DataPoints
  /**
   * The random number of a Bluetooth lock, which the vendor's app synchronises: the `lockRandom` that `syncLockBatch` of
   * `@ray-js/ray` returns. With it and `dataPoints`, `ble.open()` needs no link.
   */
  readonly lockRandom?: () => PromiseLike<LockRandom> | LockRandom
  /**
   * What `ble.startSession()` sends to the lock: `() => syncLockBatch({ devId })` of `@ray-js/ray`. An app with a link of its
   * own, without the vendor's app, passes only `removedUser`.
   */
  readonly lockSync?: () => PromiseLike<LockSync> | LockSync
  /** `@ray-js/lock-sdk`, in the vendor's own app; used for enrolment. */
  readonly lockSdk?: LockSdkLike
  /** The ids of the data points, if the host knows them; the panel's own lists of records are queried by ids. */
  readonly schema?: DpSchema
  /** The messages of the cloud's message queue, parsed or as JSON text. */
  readonly pushes$?: Observable<unknown>
  /** How often `state$` reads again while it has subscribers, in milliseconds: for a panel without data points. @default never */
  readonly pollMs?: number
  /** Time limit for the lock's report, in milliseconds. @default 15000 */
  readonly reportTimeoutMs?: number
}
