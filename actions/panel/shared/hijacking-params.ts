import { int } from '../../shared'
import { panelParams } from './panel-params'

/** The parameters by which an unlocking method is named, in halves, where it shall raise a duress alarm. */
export const hijackingParams = panelParams({
  required: {
    /** The first half of `unlockId`: the number of the DP. */
    dpId: int(),
    /** The second half of `unlockId`; the sample sends the whole id, of which the second half is used. */
    dpValue: int('Integer', { lastPart: true }),
  },
})
