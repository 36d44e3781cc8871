import { int, oneOf, text } from '../../shared'

/** The personal data of a user of a lock; used field by field. */
export const personFields = {
  nick_name: text(),
  /** 1 male, 2 female. */
  sex: oneOf([1, 2]),
  /** Day, month and year in one number; the format is not documented. */
  birthday: int('Long'),
  /** Centimetres. */
  height: int(),
  /** Grams. */
  weight: int(),
  contact: text(),
}
