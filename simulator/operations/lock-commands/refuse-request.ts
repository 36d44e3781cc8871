import type { Action } from '../../../src/core/action'
import type { Cloud } from '../../cloud'
import { endRequest } from '../../hardware/ask-to-unlock'
import { refuse } from '../../refusal'
import type { Lock } from '../../world/lock'

/** Ends the open request at the door, because a request has no id. 1 rejected, 2 cancelled. */
export const refuseRequest = (
  cloud: Cloud,
  action: Pick<Action, 'name'>,
  lock: Lock,
  type: 1 | 2,
): true => {
  if (lock.unlockRequestedAtMs === undefined) return refuse('status does not allow it')
  if (!lock.online) return refuse('device is offline')
  cloud.record({
    deviceId: lock.id,
    command: 'refuse-unlock',
    action: action.name,
    reached: 'lock',
    detail: { type },
  })
  endRequest(cloud, lock)
  return true
}
