export type { SyncReason } from '../../flows/opmode-sync/collect'
export type { MethodChanges } from '../../flows/opmode-sync/method-list'
export type { OpmodeSync, SyncAttempt, SyncOptions } from '../../flows/opmode-sync/opmode-sync'
export { opmodeSync } from '../../flows/opmode-sync/opmode-sync'
export type {
  CloudSync,
  LockList,
  NotDistributed,
  SyncedOpmodes,
  SyncStep,
} from '../../flows/opmode-sync/synced-opmodes'
