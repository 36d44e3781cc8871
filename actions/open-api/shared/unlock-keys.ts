import { int } from '../../shared'
import { unlockType } from './unlock-type'

/** The fields that identify an unlocking method on its lock, in two answers of document 003; used field by field. */
export const unlockKeyFields = {
  /** Called `unlock_sn` in other operations. */
  unlock_no: int(),
  unlock_type: unlockType,
}
