import { updateUserSchedule } from '../../../../actions/open-api/users/update-user-schedule'
import { type Check, optional } from '../../../checks/check'
import { anything, name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { findMember } from '../../../world/lock-users'
import { operation } from '../../operation'
import { scheduleParam } from '../shared/schedule-param'

const bare: Check<unknown> = optional(anything)

/** The sample has the fields of the schedule in the body itself. */
export const updateUserScheduleOperation = operation(updateUserSchedule, {
  params: {
    device_id: name,
    user_id: name,
    schedule: bare,
    permanent: bare,
    effectiveTime: bare,
    expiredTime: bare,
    scheduleDetails: bare,
  },
  handle: ({ world }, { device_id, user_id, schedule, ...fields }) => {
    const lock = lockFor(updateUserSchedule, world, device_id)
    const bareFields = Object.fromEntries(
      Object.entries(fields).filter(([, value]) => value !== undefined),
    )
    const validity = scheduleParam.read(
      schedule ?? (Object.keys(bareFields).length > 0 ? bareFields : undefined),
      'schedule',
    )
    const { member } = findMember(world, lock, user_id)
    if (member.userType === 50) return refuse('illegal operation', 'user_id')
    if (validity === undefined) delete member.validity
    else
      member.validity = { ...validity, operate: member.validity === undefined ? 'ADD' : 'MODIFY' }
    return true
  },
})
