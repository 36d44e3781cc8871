export type {
  EnrolledMethod,
  EnrolmentStep,
  EnrolmentType,
  EnrolmentValidity,
  EnrolRequest,
} from '../../flows/enrolment/enrol-request'
export type { Enrolment } from '../../flows/enrolment/enrolment'
export { enrolment } from '../../flows/enrolment/enrolment'
export type {
  EnrolmentEvent,
  EnrolmentEvents,
  EnrolmentReason,
} from '../../flows/enrolment/enrolment-event'
export type { EnrolmentSourceOptions } from '../../flows/enrolment/events-of-data-points'
export { enrolmentEventsOfDataPoints } from '../../flows/enrolment/events-of-data-points'
export { enrolmentEventsOfLockSdk } from '../../flows/enrolment/events-of-lock-sdk'
export type {
  EnrolmentPushOptions,
  UnlockMethodEventsOptions,
} from '../../flows/enrolment/events-of-pushes'
export {
  enrolmentEventsOfPushes,
  unlockMethodEvents$,
} from '../../flows/enrolment/events-of-pushes'
export type {
  LockSdkEnrolment,
  LockSdkEventsLike,
  LockSdkLike,
} from '../../flows/shared/lock-sdk-like'
export type { UnlockMethodEvent } from '../../push-messages/unlock-method-event'
export { decodeUnlockMethodEvent } from '../../push-messages/unlock-method-event'
