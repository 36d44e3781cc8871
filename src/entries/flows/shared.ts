/** What every flow takes and gives. */
export type { Attempt, Ending as AttemptEnding } from '../../flows/shared/attempt'
export { isLockError, LockError } from '../../flows/shared/lock-error'
export type { LockOptions, PanelOfLock } from '../../flows/shared/lock-options'
export type { SecureRandom, WebCryptoLike, WxRandomLike } from '../../flows/shared/secure-random'
export { webSecureRandom, wxSecureRandom } from '../../flows/shared/secure-random'
