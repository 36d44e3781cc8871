import type { EnrolmentReason } from './enrolment-event'

/** 1015 to 1026 are what the lock reports; the others are the app's and the cloud's. */
const reasons: Readonly<Record<number, EnrolmentReason | 'no-answer'>> = {
  1001: 'offline',
  1002: 'no-answer',
  1014: 'type-not-supported',
  1015: 'timed-out',
  1016: 'failed',
  1017: 'duplicate',
  1018: 'full',
  1019: 'invalid-password',
  1020: 'wrong-length',
  1021: 'type-not-supported',
  1022: 'fingerprint-running',
  1023: 'card-running',
  1024: 'face-running',
  1025: 'too-simple',
  1026: 'wrong-number',
  1027: 'failed',
  1030: 'invalid-password',
  1037: 'duplicate',
  1041: 'duplicate',
  1042: 'failed',
  1052: 'busy',
  1053: 'not-saved',
  1054: 'invalid-password',
}

/** What a code of `@ray-js/lock-sdk` says of an enrolment; `undefined` for one that says nothing of it. */
export const reasonOfSdk = (code: unknown): EnrolmentReason | 'no-answer' | undefined =>
  reasons[Number(code)]
