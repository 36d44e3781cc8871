import { absent, anyOf, id, listOf } from '../../shared'
import { panelParams } from './panel-params'
import { unlockId } from './unlock-id'

const either = absent('expected unlockId or unlockIds, not both')

/**
 * The parameters that assign unlocking methods to a user: one, as the tables say, or several, as the samples
 * show. Which of the two the cloud reads is not known, so both leave as they are given.
 */
export const methodsOfUserParams = anyOf(
  panelParams({
    required: { userId: id(), unlockId },
    optional: { unlockIds: either },
  }),
  panelParams({
    required: { userId: id(), unlockIds: listOf(unlockId) },
    optional: { unlockId: either },
  }),
)
