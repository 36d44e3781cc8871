import { oneOf } from '../../shared'

/** The names of 10 and 20 of `userType`. The owner has none, because that role cannot be changed. */
export const role = oneOf(['admin', 'normal'])
