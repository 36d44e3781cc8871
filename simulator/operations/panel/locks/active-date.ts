import { activeDate } from '../../../../actions/panel/locks/active-date'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { deviceParams } from '../shared/params'

export const activeDateOperation = operation(activeDate, {
  params: deviceParams,
  handle: ({ world }, { devId }) => lockFor(activeDate, world, devId).pairedAt,
})
