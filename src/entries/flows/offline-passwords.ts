export type { DynamicPassword } from '../../flows/offline-passwords/dynamic'
export type { OfflinePassword } from '../../flows/offline-passwords/issue'
export type { ListedKind, ListedOfflinePassword } from '../../flows/offline-passwords/list'
export type { OfflinePasswordReason } from '../../flows/offline-passwords/offline-error'
export type { OfflinePasswords } from '../../flows/offline-passwords/offline-passwords'
export { offlinePasswords } from '../../flows/offline-passwords/offline-passwords'
export type {
  OfflineRequest,
  Phone as OfflinePasswordPhone,
} from '../../flows/offline-passwords/offline-request'
export type { Renaming as OfflinePasswordRenaming } from '../../flows/offline-passwords/rename'
export type { Revocation as OfflinePasswordRevocation } from '../../flows/offline-passwords/revoke'
export type { OfflineKind, OfflineRule, OfflineWindow } from '../../flows/offline-passwords/rules'
export { offlineRules } from '../../flows/offline-passwords/rules'
export type { T0Format, T0Options, T0Sent } from '../../flows/offline-passwords/send-t0'
