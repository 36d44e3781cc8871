/** The flows of a lock, which combine several operations; `lock` creates all of them for one lock. */
export type { Lock } from '../flows/lock'
export { lock } from '../flows/lock'
export type { Attempt, Ending as AttemptEnding } from '../flows/shared/attempt'
export type {
  LockOptions,
  LockRandom,
  LockSync,
  PanelOfLock,
  RemovedLockUser,
} from '../flows/shared/lock-options'
export * from './flows/bluetooth'
export * from './flows/capabilities'
export * from './flows/description'
export * from './flows/enrolment'
export * from './flows/live'
export * from './flows/members'
export * from './flows/methods'
export * from './flows/offline-passwords'
export * from './flows/opmode-sync'
export * from './flows/records'
export * from './flows/remote-unlock'
export * from './flows/settings'
export * from './flows/sharing'
export * from './flows/temporary-passwords'
