export type {
  Day as TemporaryPasswordDay,
  Weekly as TemporaryPasswordWeekly,
  WeeklyTimes as TemporaryPasswordTimes,
} from '../../flows/shared/weekly-input'
export type { CreatedTemporaryPassword } from '../../flows/temporary-passwords/create'
export type { ListOptions as TemporaryPasswordListOptions } from '../../flows/temporary-passwords/read'
export type {
  TemporaryPassword,
  TemporaryPasswordFailure,
  TemporaryPasswordReason,
  TemporaryPasswordState,
} from '../../flows/temporary-passwords/temporary-password'
export type { TemporaryPasswords } from '../../flows/temporary-passwords/temporary-passwords'
export { temporaryPasswords } from '../../flows/temporary-passwords/temporary-passwords'
export type {
  NewTemporaryPassword,
  TemporaryPasswordChange,
} from '../../flows/temporary-passwords/validate'
export type {
  WaitingStep as TemporaryPasswordWaitingStep,
  WaitOptions as TemporaryPasswordWaitOptions,
} from '../../flows/temporary-passwords/wait-until-active'
