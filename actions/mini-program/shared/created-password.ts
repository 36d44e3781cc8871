import { id, record } from '../../shared'

/** What the creation of a temporary password answers. */
export const createdPassword = record({
  required: {
    /** What other operations call `password_id`. */
    id: id('Long'),
  },
})
