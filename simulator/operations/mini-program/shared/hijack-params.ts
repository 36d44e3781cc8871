import type { Checks } from '../../../checks/check'
import { integer, name, oneOf } from '../../../checks/values'
import type { Lock } from '../../../world/lock'
import { findMethod } from '../../../world/unlock-methods'

export const hijackParams = {
  device_id: name,
  unlock_no: integer(),
  unlock_type: oneOf(['fingerprint', 'password', 'card', 'face']),
} satisfies Checks

/** The method that these parameters name. */
export const namedMethod = (
  lock: Lock,
  { unlock_no, unlock_type }: { readonly unlock_no: number; readonly unlock_type: string },
) => findMethod(lock, { dpCode: `unlock_${unlock_type}`, unlockSn: unlock_no })
