import { lockActivePeriod } from '../../../../actions/panel/records/lock-active-period'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { deviceParams } from '../shared/params'

const DAY_MS = 86_400_000

/** Whole days. */
export const lockActivePeriodOperation = operation(lockActivePeriod, {
  params: deviceParams,
  handle: (cloud, { devId }) => {
    const { pairedAt } = lockFor(lockActivePeriod, cloud.world, devId)
    return Math.floor((cloud.now() - pairedAt * 1000) / DAY_MS)
  },
})
