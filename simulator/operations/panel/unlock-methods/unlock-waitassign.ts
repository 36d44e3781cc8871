import { unlockWaitassign } from '../../../../actions/panel/unlock-methods/unlock-waitassign'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { deviceParams } from '../shared/params'
import { unassignedOf } from '../shared/unlock-methods'

/** The document gives true and false the same meaning. What was chosen: true if methods are unassigned. */
export const unlockWaitassignOperation = operation(unlockWaitassign, {
  params: deviceParams,
  handle: ({ world }, { devId }) =>
    unassignedOf(lockFor(unlockWaitassign, world, devId)).length > 0,
})
