import { confirmPermissionSharing } from '../../../../actions/mini-program/door-lock/confirm-permission-sharing'
import { name } from '../../../checks/values'
import { without } from '../../../quirks/fields'
import { refuse } from '../../../refusal'
import type { Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import type { Sharing } from '../../../world/sharings'
import { addReceiver, openSharing } from '../../../world/sharings'
import { effectiveFlagOf, scheduleIsOn } from '../../../world/validity'
import { operation } from '../../operation'

export const confirmPermissionSharingOperation = operation(confirmPermissionSharing, {
  params: { sharing_id: name, app_schema: name, sharing_ticket: name, receiver: name },
  handle: (cloud, { sharing_id, sharing_ticket, receiver }) => {
    const sharing = openSharing(cloud, sharing_ticket)
    if (sharing.id !== sharing_id || sharing.expiresAtMs <= cloud.now())
      return refuse('ticket invalid', 'sharing_ticket')
    if ((sharing.receiverUid ?? receiver) !== receiver) return refuse('no permission', 'receiver')
    const lock = lockFor(confirmPermissionSharing, cloud.world, sharing.lockId)
    sharing.state = 'confirmed'
    addReceiver(cloud, lock, receiver, sharing.detail)
    cloud.record({
      deviceId: lock.id,
      command: 'accept-share',
      action: confirmPermissionSharing.name,
      reached: 'cloud',
      detail: { sharingId: sharing.id },
    })
    return permissionOf(sharing, lock, cloud.now())
  },
  sampled: { envelope: 'bare', quirks: [without('permission_id')] },
})

/** A permission has the id of the sharing that it came from; 0 means no time limit. */
const permissionOf = ({ id, detail }: Sharing, lock: Lock, nowMs: number) => {
  const { effectiveTimeMs = 0, invalidTimeMs = 0, weekly } = detail
  const effectiveFlag = effectiveFlagOf(
    { from: detail.effectiveTimeMs, until: detail.invalidTimeMs },
    nowMs,
  )
  return {
    permission_id: id,
    biz_type: detail.bizType,
    available_times: detail.availableTimes,
    name: detail.name,
    effective_time: effectiveTimeMs,
    invalid_time: invalidTimeMs,
    schedule_start_time: weekly.from,
    schedule_end_time: weekly.until,
    working_day: weekly.days,
    effective_flag: effectiveFlag,
    schedule_effective_flag: effectiveFlag !== 0 && scheduleIsOn(weekly, lock, nowMs) ? 1 : 0,
  }
}
