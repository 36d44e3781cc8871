export type { RemoteUnlockReason } from '../../flows/remote-unlock/reasons'
export type { RejectKind } from '../../flows/remote-unlock/reject'
export type { MayUnlock, RemoteUnlock } from '../../flows/remote-unlock/remote-unlock'
export { remoteUnlock } from '../../flows/remote-unlock/remote-unlock'
export type { DoorRequest } from '../../flows/remote-unlock/requests'
export type { RemoteUnlockSwitches } from '../../flows/remote-unlock/switches'
export type {
  RemoteUnlockAttempt,
  RemoteUnlockKind,
  RemoteUnlockOptions,
  RemoteUnlockResult,
  RemoteUnlockStep,
  ReportedBy,
  UnlockOptions,
} from '../../flows/remote-unlock/types'
