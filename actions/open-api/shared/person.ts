import { int, oneOf, text } from '../../shared'

/** What is known of the person behind a user of a lock; taken field by field. */
export const personFields = {
  nick_name: text(),
  /** 1 male, 2 female. */
  sex: oneOf([1, 2]),
  /** Day, month and year in one number; how, the document does not say. */
  birthday: int('Long'),
  /** Centimetres. */
  height: int(),
  /** Grams. */
  weight: int(),
  contact: text(),
}
