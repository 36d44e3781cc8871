import { isVendorError } from '../../core/errors/vendor-error'

/** No such data, no such record, ticket invalid: the cloud has no open invitation of this ticket. */
const gone: readonly unknown[] = [1000, 2323, 2405]
/** Not allowed in this state: it was accepted. */
const ACCEPTED = 2324

export const isGone = (error: unknown): boolean => isVendorError(error) && gone.includes(error.code)

export const isGoneOrAccepted = (error: unknown): boolean =>
  isGone(error) || (isVendorError(error) && error.code === ACCEPTED)
