import { id, record } from '../../shared'

/** The result of creating a temporary password. */
export const createdPassword = record({
  key: {
    /** Called `password_id` in other operations. */
    id: id('Long'),
  },
})
