import { id, int, oneOf, params } from '../../shared'

/** The parameters that name an unlocking method for the duress alarm. */
export const hijackParams = params({
  required: {
    device_id: id(),
    /** The number of the method on the lock. */
    unlock_no: int(),
    /** Without the prefix unlock_, although the sample of `removeHijack` has it. */
    unlock_type: oneOf(['fingerprint', 'password', 'card', 'face']),
  },
  // The name in the sample of `removeHijack`, and in the operations on unlocking methods.
  aliases: { unlock_no: ['unlock_sn'] },
})
