import { type Simulator, seed } from '../../../simulator'
import type { Examples } from './example'

const { frontDoor, gardenGate, cellar, porch, loft, office } = seed.locks
const { owner, admin, common, formerLodger } = seed.members
const device_id = frontDoor.id
const person = { nick_name: 'Nadia', sex: 2, birthday: 19_900_401, height: 170, weight: 60_000 }
const pageOfOne = { page_no: 1, page_size: 1 }
const thumb = { unlock_type: 'fingerprint', unlock_no: 1 }
const spareCard = { dp_code: 'unlock_card', unlock_sn: 2 }
/** Two years from the first second of 2026. */
const years = { effective_time: 1_767_225_600, expired_time: 1_830_297_600 }

/** Limits the third user of the keep-alive lock to weekday mornings, as in the sample. */
const limitCommon = ({ world }: Simulator) => {
  const member = world.members.find(({ userId }) => userId === common.userId)
  if (member === undefined) throw new Error('the seed has no common member')
  member.validity = {
    effectiveTime: years.effective_time,
    expiredTime: years.expired_time,
    operate: 'MODIFY',
    days: [{ startMinute: 60, endMinute: 480, workingDay: 0b0111110, allDay: false }],
  }
}

export const routeExamples = {
  'GET /v1.0/smart-lock/devices/{device_id}/users': (simulator) => {
    limitCommon(simulator)
    return { device_id: cellar.id, codes: 'unlock_password', page_no: 3, page_size: 1 }
  },
  'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/schedule': () => ({
    device_id: cellar.id,
    user_id: common.userId,
    schedule: {
      permanent: false,
      ...years,
      schedule_details: [
        { start_minute: 420, end_minute: 1_438, working_day: 99, time_zone_id: 'Europe/London' },
      ],
    },
  }),
  'GET /v1.0/smart-lock/devices/{device_id}/opmodes/{user_id}': ({ lock }) => {
    // One of the two samples has a phone number for text messages, which no member of the seed has.
    const [thumbOfOwner] = lock(office.id).opmodes
    if (thumbOfOwner !== undefined) thumbOfOwner.assigned = true
    return {
      device_id: office.id,
      user_id: owner.userId,
      codes: '',
      unlock_name: 'thumb',
      page_no: 1,
      page_size: 20,
    }
  },
  'GET /v1.0/devices/{device_id}/door-lock/absent-users': () => ({ device_id: porch.id }),
  'POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue': () => ({
    device_id: porch.id,
    user_ids: `1099,${formerLodger.userId}`,
  }),
  'POST /v1.0/devices/{device_id}/user': () => ({ device_id, ...person, contact: '' }),
  'PUT /v1.0/devices/{device_id}/users/{user_id}': () => ({
    device_id,
    user_id: common.userId,
    ...person,
  }),
  'PUT /v1.0/smart-lock/devices/{device_id}/users/{user_id}/actions/role': () => ({
    device_id: office.id,
    user_id: common.userId,
    role: 'admin',
  }),
  'DELETE /v1.0/devices/{device_id}/users/{user_id}': () => ({
    device_id,
    user_id: formerLodger.userId,
  }),
  'GET /v1.0/devices/{device_id}/users/{user_id}': () => ({ device_id, user_id: common.userId }),
  'GET /v1.1/devices/{device_id}/users/{user_id}': () => ({ device_id: office.id, user_id: '0' }),
  'GET /v1.0/devices/{device_id}/users': () => ({ device_id }),
  'GET /v1.1/devices/{device_id}/users': () => ({
    device_id: office.id,
    keyword: '',
    role: 'admin',
    ...pageOfOne,
  }),
  'POST /v1.0/devices/{device_id}/device-lock/users/{user_id}/allocate': () => ({
    device_id,
    user_id: admin.userId,
    no: '2',
    type: 'card',
  }),
  'POST /v1.0/devices/{device_id}/door-lock/opmodes/actions/allocate': () => ({
    device_id: office.id,
    user_id: admin.userId,
    unlock_list: [spareCard],
  }),
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/cancel-allocate': () => ({
    device_id,
    user_id: owner.userId,
    unlock_list: [{ code: 'unlock_password', unlock_sn: 1 }],
  }),
  'GET /v1.0/smart-lock/users/{uid}/devices': () => ({ uid: owner.uid, page_no: 1 }),
  'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys':
    () => ({ device_id, user_type: 1, user_id: owner.userId, unlock_type: 'fingerprint' }),
  'GET /v1.0/devices/{device_id}/door-lock/unassigned-keys': () => ({ device_id }),
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync': () => ({
    device_id: loft.id,
    codes: 'unlock_fingerprint,unlock_card',
  }),
  'PUT /v1.0/devices/{device_id}/door-lock/actions/entry': () => ({
    device_id,
    user_id: owner.userId,
    user_type: 1,
    unlock_type: 'fingerprint',
  }),
  'DELETE /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/unlock-types/{unlock_type}/keys/{unlock_no}':
    () => ({ device_id: gardenGate.id, user_type: 2, user_id: owner.userId, ...thumb }),
  'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/actions/cancel': ({
    lock,
  }) => {
    lock(device_id).enrolment = { dpCode: 'unlock_card', memberId: 1, steps: 1, done: 0 }
    return { device_id, unlock_type: 'card' }
  },
  'PUT /v1.0/devices/{device_id}/door-lock/opmodes/{unlock_sn}': () => ({
    device_id: office.id,
    ...spareCard,
    unlock_name: 'Visitor',
  }),
  'PUT /v1.0/devices/{device_id}/door-lock/unlock-types/{unlock_type}/keys/{unlock_no}/hijack':
    () => ({ device_id, ...thumb }),
  'DELETE /v1.0/smart-lock/devices/{device_id}/unlock-types/{unlock_type}/keys/{unlock_sn}/hijack':
    () => ({ device_id, unlock_type: 'unlock_fingerprint', unlock_sn: 2 }),
  'POST /v1.0/smart-lock/devices/{device_id}/opmodes/{opmode_id}/attribute/{attribute}/opmode-attr':
    ({ lock }) => ({
      device_id,
      opmode_id: lock(device_id).opmodes[0]?.id ?? '',
      attribute: 2,
      enabled: true,
    }),
} satisfies Partial<Examples>
