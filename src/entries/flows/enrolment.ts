export type { UnlockMethodEvent } from '../../../actions/open-api/events/unlock-method-event'
export { decodeUnlockMethodEvent } from '../../../actions/open-api/events/unlock-method-event'
export type {
  EnrolledMethod,
  EnrolmentStep,
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
export type { EnrolmentPushOptions } from '../../flows/enrolment/events-of-pushes'
export { enrolmentEventsOfPushes } from '../../flows/enrolment/events-of-pushes'
export type { EnrolmentType } from '../../flows/enrolment/method-names'
export type { UnlockMethodEventsOptions } from '../../flows/enrolment/unlock-method-events'
export { unlockMethodEvents$ } from '../../flows/enrolment/unlock-method-events'
export type {
  LockSdkEnrolment,
  LockSdkEventsLike,
  LockSdkLike,
} from '../../flows/shared/lock-sdk-like'
