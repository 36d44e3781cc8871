import { anyOf, flag, id, listOf, record, text } from '../../shared'
import { unlockId } from './unlock-id'

/**
 * The unlocking methods that belong to no user, or only whether there are any.
 *
 * Document 004 crosses the titles of `unlock.assignlist` and `unlock.waitassign`, so both contracts accept both
 * answers. The meaning of true is not documented: the comment beside it gives true and false the same meaning.
 */
export const unassignedMethods = anyOf(
  listOf(
    record({
      documented: {
        /** The number of the DP, such as 1. */
        opmode: id(),
        unlockInfo: listOf(record({ key: { unlockId }, optional: { unlockName: text() } })),
      },
    }),
  ),
  flag(),
)
