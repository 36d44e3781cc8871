/** Data points of a lock, by their codes: the ways through the hosts, and what the raw ones mean. */
export type {
  DataPoints,
  DpConnection,
  DpRoute,
  DpSnapshot,
  DpValues,
} from '../data-points/data-points'
export type {
  DpDefinition,
  DpDefinitions,
  DpDrift,
  DpMode,
  DpType,
} from '../data-points/dp-definition'
export type { DpRow, DpSchema, TypedDpSchema } from '../data-points/dp-schema'
export { dpSchema } from '../data-points/dp-schema'
export type { DpExchange } from '../data-points/exchange'
export { exchange, sendAndListen } from '../data-points/exchange'
export type { BleUnlockCheck, BleUnlockCheckReport } from '../data-points/raw/ble-unlock-check'
export { bleUnlockCheck, bleUnlockCheckReport } from '../data-points/raw/ble-unlock-check'
export type { CheckCodeSet, CheckCodeSetReport } from '../data-points/raw/check-code-set'
export { checkCodeSet, checkCodeSetReport } from '../data-points/raw/check-code-set'
export type { HexCodec } from '../data-points/raw/hex-codec'
export { withoutSecretFields } from '../data-points/raw/hex-codec'
export type { MethodStage, MethodType } from '../data-points/raw/methods'
export type { Named } from '../data-points/raw/named-byte'
export type { RemoteNoDpKeyReport } from '../data-points/raw/remote-no-dp-key'
export { remoteNoDpKeyReport } from '../data-points/raw/remote-no-dp-key'
export type { SyncedMethod, SynchMethodReport } from '../data-points/raw/synch-method'
export { synchMethod, synchMethodReport } from '../data-points/raw/synch-method'
export type {
  TemporaryPasswordCreate,
  TemporaryPasswordCreateReport,
} from '../data-points/raw/temporary-password-create'
export {
  temporaryPasswordCreate,
  temporaryPasswordCreateReport,
} from '../data-points/raw/temporary-password-create'
export type {
  TemporaryPasswordDelete,
  TemporaryPasswordDeleteReport,
} from '../data-points/raw/temporary-password-delete'
export {
  temporaryPasswordDelete,
  temporaryPasswordDeleteReport,
} from '../data-points/raw/temporary-password-delete'
export type {
  TemporaryPasswordModify,
  TemporaryPasswordModifyReport,
} from '../data-points/raw/temporary-password-modify'
export {
  temporaryPasswordModify,
  temporaryPasswordModifyReport,
} from '../data-points/raw/temporary-password-modify'
export { timeBlock } from '../data-points/raw/time-block'
export type {
  EnrolmentFailure,
  EnrolmentReport,
  UnlockMethodCreate,
} from '../data-points/raw/unlock-method-create'
export {
  unlockMethodCreate,
  unlockMethodCreateReport,
} from '../data-points/raw/unlock-method-create'
export type {
  UnlockMethodDelete,
  UnlockMethodDeleteReport,
} from '../data-points/raw/unlock-method-delete'
export {
  unlockMethodDelete,
  unlockMethodDeleteReport,
} from '../data-points/raw/unlock-method-delete'
export type { Validity, Weekday, WeeklyHours } from '../data-points/raw/validity'
export { permanent } from '../data-points/raw/validity'
export type {
  DeviceQuery,
  DpEvent,
  OnlineEvent,
  PublishInit,
  PublishMode,
  TyDpLike,
  TyDpOptions,
} from '../data-points/ty-data-points'
export { tyDataPoints } from '../data-points/ty-data-points'
export type { TYSdkDpLike } from '../data-points/ty-sdk-data-points'
export { tySdkDataPoints } from '../data-points/ty-sdk-data-points'
