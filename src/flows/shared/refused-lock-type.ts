import { isVendorError, type VendorError } from '../../core/errors/vendor-error'

/** The function or the lock type is not supported: asking again is pointless. */
const codes: readonly unknown[] = [2003, 2004]

/** Whether the cloud says that this lock does not have the operation, which reports of lock types may claim wrongly. */
export const isLockTypeRefused = (error: unknown): error is VendorError =>
  isVendorError(error) && codes.includes(error.code)
