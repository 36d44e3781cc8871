import { int, oneOf, text } from '../../shared'

/**
 * What two operations say of one fingerprint, card or password that is stored on a lock.
 * Taken field by field: rollup keeps a call with a spread in it, even one that is marked pure.
 */
export const unlockingMethodFields = {
  dp_code: oneOf(['unlock_fingerprint', 'unlock_password', 'unlock_card']),
  unlock_sn: int(),
  unlock_name: text(),
  /** 0 normal, 1 raises a duress alarm (also called emergency). */
  unlock_attr: oneOf([0, 1]),
}
