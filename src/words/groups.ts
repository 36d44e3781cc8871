import type { MissingForAbility } from '../flows/capabilities/abilities'
import type { EnrolmentType } from '../flows/enrolment/enrol-request'
import type { DoorValues } from '../flows/live/door-state'
import type { Member, MemberRole } from '../flows/members/member'
import type { ListedOfflinePassword } from '../flows/offline-passwords/list'
import type { OfflineKind } from '../flows/offline-passwords/rules'
import type { RecordKind } from '../flows/records/lock-record'
import type { OpeningMethod } from '../flows/shared/unlock-codes'
import type { SharedPermission } from '../flows/sharing/permission'
import type { Verification } from '../flows/sharing/verify'
import type { TemporaryPasswordState } from '../flows/temporary-passwords/temporary-password'
import type { AlarmCode } from './alarm-code'

/** The values that have one word each, by the function that gives it. */
export interface WordGroups {
  /** A way to unlock: `OpeningMethod` of a record, `kind` of a method. */
  readonly method: OpeningMethod
  /** What a person at the lock does for an enrolment of this kind. */
  readonly enrolmentPrompt: EnrolmentType
  /** `alarm` of a record. */
  readonly alarm: AlarmCode
  /** `kind` of a record, for a filter. */
  readonly recordKind: RecordKind
  /** `code` of a record whose kind is `operation`. */
  readonly operation: 'dev_bind'
  /** `state` of a temporary password. */
  readonly passwordState: TemporaryPasswordState
  /** `kind` of an offline password. */
  readonly offlineKind: OfflineKind
  /** `role` of a member. */
  readonly role: MemberRole
  /** Any other `state`: of a member, an invitation, a permission, a listed offline password; and `validityDelivery`. */
  readonly state:
    | NonNullable<Member['state']>
    | NonNullable<Member['validityDelivery']>
    | Verification['state']
    | NonNullable<SharedPermission['state']>
    | NonNullable<ListedOfflinePassword['state']>
  /** The name of a value of the door's state, for its label. */
  readonly doorName: keyof DoorValues
  /** What a channel of `missing` of the capabilities lacks. */
  readonly missing: keyof MissingForAbility
}
