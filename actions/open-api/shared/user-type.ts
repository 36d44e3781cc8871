import { oneOf } from '../../shared'

/**
 * What a user may do, in document 000: 10 administrator, 20 common user, 40 shared user, 0 unknown.
 * 50 is the home owner in some of its tables and the super administrator in others: one person.
 *
 * Document 003 means something else by the same name: see `userKind`.
 */
export const userType = oneOf([50, 10, 20, 40, 0])
