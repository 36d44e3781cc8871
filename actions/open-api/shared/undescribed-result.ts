import { anyOf, flag, record } from '../../shared'

/**
 * The table calls the result an Object, names no field of it, and there is no sample. In document 003 an Object is
 * true or false, so that is read as well.
 */
export const undescribedResult = anyOf(flag(), record({}))
