import { isVendorError, type VendorError } from '../../core/errors/vendor-error'
import type { RecordSource } from './lock-record'

/** A source that is not read, because the account or the cloud project has no permission for it. */
export interface LeftOutSource {
  readonly source: RecordSource
  readonly error: VendorError
}

/** No permission for this lock, or no such path: the service is not subscribed. */
const codes: readonly unknown[] = [1106, 1108]

/** Whether reading a source again is pointless until a permission or a subscription changes. */
export const isNotPermitted = (error: unknown): error is VendorError =>
  isVendorError(error) && (error.class === 'quota' || codes.includes(error.code))
