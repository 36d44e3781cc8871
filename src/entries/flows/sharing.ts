export type { Acceptance as SharingAcceptance } from '../../flows/sharing/confirm'
export type { InvitationInput } from '../../flows/sharing/create'
export type { Invitation } from '../../flows/sharing/invitation'
export type {
  PermissionInput,
  SharedPermission,
  SharingKind,
} from '../../flows/sharing/permission'
export type { Sharing } from '../../flows/sharing/sharing'
export { sharing } from '../../flows/sharing/sharing'
export type { SharingReason } from '../../flows/sharing/sharing-error'
export type { Verification as SharingVerification } from '../../flows/sharing/verify'
