import { listUnallocatedOpmodes } from '../../actions/mini-program/door-lock/list-unallocated-opmodes'
import { listUnlinkedUnlockMethods } from '../../actions/open-api/unlock-methods/list-unlinked-unlock-methods'
import { pageOf } from './page-of'
import { pair } from './pair'

/** The action groups the methods by kind, and a page counts kinds; the route lists all of them. */
export const unallocatedOpmodesPair = pair(
  listUnallocatedOpmodes,
  async ({ device_id, ...page }, { call }) => {
    const { unlock_keys } = await call(listUnlinkedUnlockMethods, { device_id })
    const methods = unlock_keys.map(({ unlock_type, unlock_no }) => ({
      dp_code: `unlock_${unlock_type}`,
      unlock_sn: unlock_no,
      unlock_name: '',
    }))
    const codes = [...new Set(methods.map(({ dp_code }) => dp_code))]
    return pageOf(codes, page).records.map((standard_dp) => ({
      standard_dp,
      unlock_info: methods.filter(({ dp_code }) => dp_code === standard_dp),
    }))
  },
  {
    '[].opmode': 'the route does not return the number of the data point',
    '[].unlock_info[].unlock_name': 'the route does not return the name of a method',
  },
)
