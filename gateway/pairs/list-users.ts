import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import { listDeviceUsersV11 } from '../../actions/open-api/users/list-device-users-v11'
import { listHomeUsers } from '../../actions/open-api/users/list-home-users'
import { listUserUnlockMethods } from '../../actions/open-api/users/list-user-unlock-methods'
import type { ParamsOf, ResultOf } from '../../src/core/action'
import { pair, type RouteAccess } from './pair'

type Params = ParamsOf<typeof listUsers>
type Page = ResultOf<typeof listUsers>
type Read = (params: Params, access: RouteAccess) => Promise<Page>
type Route = ResultOf<typeof listHomeUsers>['records'][number]
type Schedule = NonNullable<Route['time_schedule_info']>

const readHomeUsers: Read = async ({ target_standard_dp_codes: codes, ...page }, { call }) => {
  const { records, ...counts } = await call(listHomeUsers, { ...page, codes })
  return {
    ...counts,
    records: records.map(({ unlock_detail, time_schedule_info, ...user }) => ({
      ...user,
      ...(time_schedule_info && { time_schedule_info: scheduleOf(time_schedule_info) }),
      ...(unlock_detail && { unlock_detail: unlock_detail.map(detailOf) }),
    })),
  }
}

/** More methods of one user than a lock stores. */
const ALL_METHODS = { page_no: 1, page_size: 100 }

/** The route of access control returns no methods, so they are read user by user. */
const readAccessControl: Read = async (params, { call }) => {
  const { target_standard_dp_codes: codes, device_id, ...page } = params
  const listed = { device_id, ...page, keyword: '', role: '' }
  const { records, ...counts } = await call(listDeviceUsersV11, listed)
  const users: Page['records'][number][] = []
  for (const { time_schedule_info, ...user } of records) {
    const named = { device_id, user_id: user.user_id, codes, unlock_name: '', ...ALL_METHODS }
    const methods = codes === '' ? undefined : await call(listUserUnlockMethods, named)
    users.push({
      ...user,
      ...(time_schedule_info && { time_schedule_info: scheduleOf(time_schedule_info) }),
      ...(methods && { unlock_detail: codes.split(',').map((code) => detailIn(methods, code)) }),
    })
  }
  return { ...counts, records: users }
}

const detailIn = (methods: ResultOf<typeof listUserUnlockMethods>, code: string) => {
  const unlock_list = methods.filter(({ dp_code }) => dp_code === code)
  return detailOf({ dp_code: code, count: unlock_list.length, unlock_list })
}

export const listUsersPair = pair(
  listUsers,
  (params, access) =>
    access.type === 'access-control'
      ? readAccessControl(params, access)
      : readHomeUsers(params, access),
  {
    'records[].unlock_detail[].open': 'the route does not return it',
    'records[].unlock_detail[].unlock_list[].allocate_flag': 'the route does not return it',
    'records[].time_schedule_info.operate': 'the route returns the state of the delivery too',
    'records[].time_schedule_info.delivery_status':
      'the route returns the state of the delivery too',
    'records[].time_schedule_info.schedule_details': 'the route returns an empty list for no hours',
    'records[].effective_flag': 'the route has no number for a user who becomes valid later',
  },
)

/** The action calls the minutes of a day times. */
const scheduleOf = ({ schedule_details, ...schedule }: Schedule) => ({
  ...schedule,
  ...(schedule_details && {
    schedule_details: schedule_details.map(
      ({ all_day, working_day, start_minute, end_minute }) => ({
        all_day,
        working_day,
        effective_time: start_minute,
        invalid_time: end_minute,
      }),
    ),
  }),
})

/** A row of the route does not repeat the kind. */
const detailOf = ({
  dp_code,
  count,
  unlock_list = [],
}: NonNullable<Route['unlock_detail']>[number]) => ({
  dp_code,
  count,
  unlock_list: unlock_list.map(({ unlock_sn, unlock_name = '', unlock_attr }) => ({
    dp_code,
    unlock_sn,
    unlock_name,
    unlock_attr,
  })),
})
