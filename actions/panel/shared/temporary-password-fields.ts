import { epochSeconds, oneOf, text } from '../../shared'

/** The fields of a temporary password when created and when listed; used field by field. */
export const temporaryPasswordFields = {
  name: text(),
  phone: text(),
  effectiveTime: epochSeconds(),
  invalidTime: epochSeconds(),
  /** How often it opens: 0 always, 1 one time. */
  availTime: oneOf([0, 1]),
}
