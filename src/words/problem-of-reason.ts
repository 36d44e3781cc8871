import type { BleReason } from '../flows/bluetooth/ble-error'
import type { DescriptionFailure } from '../flows/description/describe-lock'
import type { EnrolmentEvent, EnrolmentReason } from '../flows/enrolment/enrolment-event'
import type { MemberFailure } from '../flows/members/member'
import type { MethodFailure } from '../flows/methods/method'
import type { OfflinePasswordReason } from '../flows/offline-passwords/offline-error'
import type { SyncReason } from '../flows/opmode-sync/collect'
import type { RecordFailure } from '../flows/records/lock-record'
import type { RemoteUnlockReason } from '../flows/remote-unlock/reasons'
import type { MayUnlock } from '../flows/remote-unlock/remote-unlock'
import type { SettingFailure } from '../flows/settings/send-setting'
import type { SharingReason } from '../flows/sharing/sharing-error'
import type {
  TemporaryPasswordFailure,
  TemporaryPasswordReason,
} from '../flows/temporary-passwords/temporary-password'
import type { Problem } from './problem'
import { entryOf } from './word-in'

/** Why an unlock is not allowed. */
export type Refusal = Extract<MayUnlock, { readonly allowed: false }>['why']

/** Why an enrolment has failed, as its error or its event says. */
export type EnrolmentFailureReason = Extract<EnrolmentEvent, { readonly step: 'failed' }>['reason']

/** The reasons of LockErrors by the first part of their `action`; one name has different meanings in two flows. */
export interface LockReasons {
  readonly remoteUnlock: RemoteUnlockReason | Refusal
  readonly ble: BleReason
  readonly enrolment: EnrolmentReason | EnrolmentFailureReason
  readonly temporaryPasswords: TemporaryPasswordReason | TemporaryPasswordFailure
  readonly offlinePasswords: OfflinePasswordReason
  readonly members: MemberFailure
  readonly methods: MethodFailure
  readonly settings: SettingFailure
  readonly describeLock: DescriptionFailure
  readonly sharing: SharingReason
  readonly syncOpmodes: SyncReason
  readonly records: RecordFailure
}

type ByReason = {
  readonly [Flow in keyof LockReasons]: Readonly<Record<LockReasons[Flow], Problem>>
}

export const problemsByReason: ByReason = {
  remoteUnlock: {
    'switched-off': 'switched-off',
    offline: 'offline',
    'no-permission': 'no-permission',
    unsupported: 'unsupported',
    busy: 'busy',
    refused: 'not-executed',
    failed: 'bolt-blocked',
    'invalid-key': 'key-rejected',
    'key-used-up': 'key-rejected',
    'out-of-validity': 'key-not-valid',
    'wrong-key': 'key-mismatch',
  },
  ble: {
    busy: 'busy',
    'link-broken': 'link-broken',
    'no-report': 'no-report',
    'no-instruction': 'no-instruction',
    'link-in-use': 'link-in-use',
    failed: 'bolt-blocked',
    'wrong-master': 'phone-unknown',
    'wrong-slave': 'user-mismatch',
    'wrong-random': 'other-phone',
    'wrong-operation': 'unsupported',
    full: 'phones-full',
    'not-found': 'phone-unknown',
    'not-deleted': 'not-executed',
    'unknown-result': 'unknown-result',
  },
  enrolment: {
    'timed-out': 'person-late',
    failed: 'not-stored',
    duplicate: 'duplicate',
    full: 'methods-full',
    'invalid-password': 'digits-only',
    'wrong-length': 'wrong-length',
    'type-not-supported': 'unsupported-kind',
    'fingerprint-running': 'enrolling',
    'card-running': 'enrolling',
    'face-running': 'enrolling',
    'too-simple': 'too-simple',
    'wrong-number': 'no-such-user',
    busy: 'enrolling',
    cancelled: 'stopped',
    offline: 'offline',
    'not-saved': 'not-saved',
    'no-answer': 'timed-out',
  },
  temporaryPasswords: {
    'name-taken': 'name-taken',
    'not-found': 'no-such-password',
    'not-seen-yet': 'not-shown',
    'not-done': 'not-executed',
    busy: 'busy',
    'not-set': 'password-not-stored',
    taken: 'password-taken',
    'no-room': 'passwords-full',
    overlap: 'overlap',
    'too-simple': 'too-simple',
    'not-changed': 'not-shown',
    'still-pending': 'password-unconfirmed',
    frozen: 'password-frozen',
    deleting: 'no-such-password',
    deleted: 'no-such-password',
    failed: 'password-not-stored',
    expired: 'password-expired',
  },
  offlinePasswords: {
    'not-renamed': 'not-executed',
    'not-revoked': 'not-executed',
    'no-such-lock': 'no-such-lock',
    'no-pairing-time': 'no-pairing-time',
    'not-accepted': 'not-delivered',
  },
  members: {
    'not-done': 'not-executed',
    'not-seen-yet': 'not-shown',
    'no-ids': 'unsupported',
    incomplete: 'incomplete',
  },
  methods: {
    'not-done': 'not-executed',
    'not-found': 'not-found',
    'not-listed': 'unsupported',
  },
  settings: { refused: 'not-executed' },
  describeLock: { 'type-unknown': 'setup' },
  sharing: { 'not-open': 'invitation-closed', 'not-cancelled': 'not-executed' },
  syncOpmodes: { 'packets-missing': 'list-incomplete' },
  records: { 'media-unavailable': 'no-picture' },
}

/** The problem of a reason of a flow; `failed` for a flow or a reason that this version does not know. */
export const problemOfReason = (flow: string, reason: unknown): Problem =>
  entryOf(entryOf<Readonly<Record<string, Problem>>>(problemsByReason, flow) ?? {}, reason) ??
  'failed'
