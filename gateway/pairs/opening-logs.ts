import { openingLogs } from '../../actions/mini-program/door-lock/opening-logs'
import { listOpenLogs } from '../../actions/open-api/lock-records/list-open-logs'
import { pair } from './pair'

/** The action has a name of its own for one code, and seconds where the route has milliseconds. */
export const openingLogsPair = pair(
  openingLogs,
  async (params, { call }) => {
    const { logs, ...page } = await call(listOpenLogs, params)
    return {
      ...page,
      logs: logs.map(({ status, update_time, ...log }) => ({
        ...log,
        update_time: Math.floor(update_time / 1000),
        status: status.map(({ code, value }) => ({
          code: code === 'unlock_fingerprint' ? 'unlock_finger' : code,
          value,
        })),
      })),
    }
  },
  {
    'logs[].avatar': 'the route does not return it',
    'logs[].nick_name': 'the route returns an empty name for an opening without a user',
  },
)
