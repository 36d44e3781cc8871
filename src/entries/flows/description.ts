/** The type and the data points of a lock, read from its sources. */
export type { DescribeLockOptions, LockDescription } from '../../flows/description/describe-lock'
export { describeLock } from '../../flows/description/describe-lock'
