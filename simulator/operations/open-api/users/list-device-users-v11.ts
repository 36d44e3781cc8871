import { listDeviceUsersV11 } from '../../../../actions/open-api/users/list-device-users-v11'
import { name, oneOf, text, urlPageParams } from '../../../checks/values'
import { without } from '../../../quirks/fields'
import { lockFor } from '../../../world/lock-for'
import { membersOf } from '../../../world/lock-users'
import type { Member } from '../../../world/member'
import { pageOf } from '../../../world/page'
import { operation } from '../../operation'
import { isAdministrator } from '../shared/device-user'
import { userFields, userState } from '../shared/user'

const SCHEDULE = 'records[].time_schedule_info'

/** As in the sample, the owner of the home is an administrator. */
export const listDeviceUsersV11Operation = operation(listDeviceUsersV11, {
  params: {
    device_id: name,
    keyword: text,
    role: oneOf(['admin', 'normal', '']),
    ...urlPageParams,
  },
  handle: (cloud, { device_id, keyword, role, ...page }) => {
    const lock = lockFor(listDeviceUsersV11, cloud.world, device_id)
    const isRequested = (member: Member) =>
      (role === '' || isAdministrator(member) === (role === 'admin')) &&
      [member.nickName, member.contact].some((words) => words.includes(keyword))
    const members = membersOf(cloud.world, lock).filter(({ member }) => isRequested(member))
    const { rows, ...counts } = pageOf(members, page)
    return {
      ...counts,
      records: rows.map((row) => ({ ...userFields(row), ...userState(cloud, lock, row) })),
    }
  },
  sampled: {
    quirks: [
      'effective_time',
      'expired_time',
      'operate',
      'delivery_status',
      'schedule_details',
    ].map((field) => without(`${SCHEDULE}.${field}`)),
  },
})
