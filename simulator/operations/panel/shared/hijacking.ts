import { integer, name } from '../../../checks/values'
import type { Lock } from '../../../world/lock'
import type { Opmode } from '../../../world/opmode'
import { methodNamed } from '../../../world/unlock-methods'

/** Both halves of an id such as 1-2. */
export const hijackingParams = { devId: name, dpId: integer(), dpValue: integer() }

export const hijackedMethod = (
  lock: Lock,
  { dpId, dpValue }: { readonly dpId: number; readonly dpValue: number },
): Opmode => methodNamed(lock, `${dpId}-${dpValue}`)
