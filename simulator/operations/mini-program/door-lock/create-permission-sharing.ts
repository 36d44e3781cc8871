import { createPermissionSharing } from '../../../../actions/mini-program/door-lock/create-permission-sharing'
import { optional } from '../../../checks/check'
import { objectOf } from '../../../checks/composite-values'
import { integer, millisecondsOrNone, name, oneOf, optionalText } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { membersOf } from '../../../world/lock-users'
import type { PermissionDetail } from '../../../world/sharings'
import { addSharing, invitationOf } from '../../../world/sharings'
import { ALL_DAY } from '../../../world/validity'
import { operation } from '../../operation'

const detail = objectOf({
  biz_type: oneOf(['unlock_ble', 'unlock_fingerprint']),
  /** -1: any number of times. */
  available_times: integer({ min: -1 }),
  name: optionalText,
  effective_time: optional(millisecondsOrNone),
  invalid_time: optional(millisecondsOrNone),
  schedule_start_time: optional(integer({ max: ALL_DAY.until })),
  schedule_end_time: optional(integer({ max: ALL_DAY.until })),
  working_day: optional(integer({ max: ALL_DAY.days })),
})

/** Only a user of the lock shares it. */
export const createPermissionSharingOperation = operation(createPermissionSharing, {
  params: {
    device_id: name,
    app_schema: name,
    sharer: name,
    receiver: optional(name),
    permission_detail: detail,
  },
  handle: (cloud, { device_id, sharer, receiver, permission_detail }) => {
    const lock = lockFor(createPermissionSharing, cloud.world, device_id)
    if (!membersOf(cloud.world, lock).some(({ member }) => member.uid === sharer))
      return refuse('user not exist', 'sharer')
    const sharing = addSharing(cloud, lock, {
      sharerUid: sharer,
      receiverUid: receiver,
      detail: readDetail(permission_detail),
    })
    cloud.record({
      deviceId: lock.id,
      command: 'share',
      action: createPermissionSharing.name,
      reached: 'cloud',
      detail: { sharingId: sharing.id },
    })
    return invitationOf(sharing, cloud.now())
  },
  sampled: { envelope: 'bare' },
})

/** 0 means no limit, as an absent time. */
const readDetail = (input: ReturnType<typeof detail.read>): PermissionDetail => {
  const { effective_time: from = 0, invalid_time: until = 0, available_times } = input
  if (available_times === 0) refuse('param is illegal', 'available_times')
  if (until !== 0 && until <= from) refuse('param is illegal', 'invalid_time')
  return {
    bizType: input.biz_type,
    availableTimes: available_times,
    name: input.name ?? '',
    ...(from !== 0 && { effectiveTimeMs: from }),
    ...(until !== 0 && { invalidTimeMs: until }),
    weekly: {
      from: input.schedule_start_time ?? ALL_DAY.from,
      until: input.schedule_end_time ?? ALL_DAY.until,
      days: input.working_day ?? ALL_DAY.days,
    },
  }
}
