import { epochSeconds, oneOf, text } from '../../shared'

/** What a temporary password is made with and listed with; taken field by field. */
export const temporaryPasswordFields = {
  name: text(),
  phone: text(),
  effectiveTime: epochSeconds(),
  invalidTime: epochSeconds(),
  /** How often it opens: 0 always, 1 one time. */
  availTime: oneOf([0, 1]),
}
