import { scaleHistoryList } from '../../../../actions/panel/records/scale-history-list'
import { optionalOrEmptyText } from '../../../checks/check'
import { integer } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { isWithin } from '../../../world/validity'
import { operation } from '../../operation'
import { historyOf, historyPage, historyParams, historyRow, unlockNameOf } from '../shared/history'

/** Times of more digits are milliseconds. */
const MOST_SECONDS = 9_999_999_999

/** The unit of the times is not documented. What was chosen: seconds or milliseconds, as their digits say. */
export const scaleHistoryListOperation = operation(scaleHistoryList, {
  params: {
    ...historyParams,
    startTime: optionalOrEmptyText(integer()),
    endTime: optionalOrEmptyText(integer()),
  },
  handle: ({ world }, { devId, dpIds, startTime, endTime, ...rows }) => {
    const lock = lockFor(scaleHistoryList, world, devId)
    const entries = historyOf(world, lock, dpIds).filter(
      isWithin(millisecondsOf(startTime), millisecondsOf(endTime)),
    )
    return historyPage(entries, rows, (entry) => ({
      ...historyRow(world, lock, entry),
      unlockName: unlockNameOf(lock, entry),
    }))
  },
  sampled: { envelope: 'bare' },
})

const millisecondsOf = (time = 0): number => (time <= MOST_SECONDS ? time * 1000 : time)
