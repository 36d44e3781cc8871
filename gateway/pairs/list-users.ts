import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import { listHomeUsers } from '../../actions/open-api/users/list-home-users'
import type { ResultOf } from '../../src/core/action'
import { pair } from './pair'

type Route = ResultOf<typeof listHomeUsers>['records'][number]
type Schedule = NonNullable<Route['time_schedule_info']>

export const listUsersPair = pair(
  listUsers,
  async ({ target_standard_dp_codes: codes, ...page }, { call }) => {
    const { records, ...counts } = await call(listHomeUsers, { ...page, codes })
    return {
      ...counts,
      records: records.map(({ unlock_detail, time_schedule_info, ...user }) => ({
        ...user,
        ...(time_schedule_info && { time_schedule_info: scheduleOf(time_schedule_info) }),
        ...(unlock_detail && { unlock_detail: unlock_detail.map(detailOf) }),
      })),
    }
  },
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
