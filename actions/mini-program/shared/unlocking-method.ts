import { int, oneOf, text } from '../../shared'

/**
 * The fields that two operations return for a fingerprint, card or password on a lock.
 * Used field by field: rollup keeps a call with a spread in it, even one that is marked pure.
 */
export const unlockingMethodFields = {
  dp_code: oneOf(['unlock_fingerprint', 'unlock_password', 'unlock_card']),
  unlock_sn: int(),
  unlock_name: text(),
  /** 0 normal, 1 raises a duress alarm (also called emergency). */
  unlock_attr: oneOf([0, 1]),
}
