import { epochSeconds, id, oneOf, text } from '../../shared'

/** The fields that the operations on offline passwords share; used field by field. */
export const offlinePasswordFields = {
  /** Text, because some samples begin with a zero. */
  pwdId: id('Integer'),
  pwdName: text(),
  gmtStart: epochSeconds('String'),
  gmtExpired: epochSeconds('String'),
  /** 0 for many times, 1 for one time, 9 clears all passwords. */
  pwdType: oneOf(['0', '1', '9']),
}
