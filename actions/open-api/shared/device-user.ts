import { id, record } from '../../shared'
import { personFields } from './person'

/** A user of a lock, as version 1.0 of the two operations that read users describes one: without the user's id. */
export const deviceUser = record({
  documented: { device_id: id() },
  optional: {
    nick_name: personFields.nick_name,
    sex: personFields.sex,
    birthday: personFields.birthday,
    height: personFields.height,
    weight: personFields.weight,
    contact: personFields.contact,
  },
})
