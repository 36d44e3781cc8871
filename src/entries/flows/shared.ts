/** What every flow takes and gives. */
export type { Attempt, Ending as AttemptEnding } from '../../flows/shared/attempt'
export type { LockOptions, PanelOfLock } from '../../flows/shared/lock-options'
