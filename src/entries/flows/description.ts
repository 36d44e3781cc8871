/** The type and the data points of a lock, read from its sources. */
export type { DescribeLockOptions, LockDescription } from '../../flows/description/describe-lock'
export { describeLock } from '../../flows/description/describe-lock'
export type { PanelConfigLike } from '../../flows/description/digits-of'
export type { DescribingHost } from '../../flows/description/host-evidence'
