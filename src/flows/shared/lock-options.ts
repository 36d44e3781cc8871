import type { Observable } from 'rxjs'
import type { Action, LockType } from '../../core/action'
import type { Scheduler } from '../../core/clock'
import type { PasswordCipher } from '../../crypto/password-cipher'
import type { SecureRandom } from '../../crypto/secure-random'
import type { DataPoints } from '../../data-points/data-points'
import type { DpSchema } from '../../data-points/dp-schema'
import type { LockSdkLike } from './lock-sdk-like'

/** What flows ask of a panel: every `Panel` fits, whatever its registry. */
export interface PanelOfLock {
  readonly apiRequest: (name: never, ...args: never) => Promise<unknown>
  readonly pages: (name: never, ...args: never) => AsyncIterableIterator<unknown>
  readonly find: (name: string) => Action | undefined
  readonly holdSync: (device: string) => () => void
  /** Completes when the panel is closed: nothing leaves for the lock after that. */
  readonly events$: Observable<unknown>
}

/** What the flows of one lock are given; each says which of it it needs. */
export interface LockOptions {
  /** Decides the length of passwords, the version of panel APIs and which operations there are. */
  readonly type: LockType
  /** The clock of all waits: that of the panel. @default the real time */
  readonly scheduler?: Scheduler
  /** Encrypts the passwords of orders; remote, so that the panel holds no access key, or `passwordCipher`. */
  readonly passwordCipher?: PasswordCipher
  /**
   * Encrypts the digits of a temporary password where the panel API alone carries it: that one has no ticket, and no
   * document says with which key; the local key of the lock, as far as anybody knows.
   */
  readonly panelPasswordCipher?: (password: string) => PromiseLike<string> | string
  /** Makes passwords that nobody chose: `wxSecureRandom(wx)` or `webSecureRandom(crypto)`. */
  readonly secureRandom?: SecureRandom
  /** The way to the lock itself, through a host. Without it flows look with the cloud's operations, where there are any. */
  readonly dataPoints?: DataPoints
  /** `@ray-js/lock-sdk`, in the vendor's own app: enrolments go over it. */
  readonly lockSdk?: LockSdkLike
  /** The ids of its data points, where the host tells them: the panel's own lists of records are asked by ids. */
  readonly schema?: DpSchema
  /** What the message queue of the cloud delivers, parsed or as JSON text. */
  readonly pushes$?: Observable<unknown>
  /** How long the lock may take to report what it did, in milliseconds. @default 15000 */
  readonly reportTimeoutMs?: number
}
