import { isVendorError, type VendorError } from '../../core/errors/vendor-error'
import { isLockTypeRefused } from '../shared/refused-lock-type'
import type { RecordSource } from './lock-record'

/** A source that is not read, because the account, the cloud project or the lock type has no permission for it. */
export interface LeftOutSource {
  /** The operation that is not read. */
  readonly source: RecordSource
  /** The refusal of the cloud. */
  readonly error: VendorError
}

/** No permission for this lock, or no such path: the service is not subscribed. */
const codes: readonly unknown[] = [1106, 1108]

/** Whether reading a source again is pointless: until a permission or a subscription changes, or for this lock type. */
export const isNotPermitted = (error: unknown): error is VendorError =>
  isLockTypeRefused(error) ||
  (isVendorError(error) && (error.class === 'quota' || codes.includes(error.code)))
