import { removeHijack } from '../../actions/mini-program/door-lock/remove-hijack'
import { setHijack } from '../../actions/mini-program/door-lock/set-hijack'
import { deleteDuressAlarm } from '../../actions/open-api/unlock-methods/delete-duress-alarm'
import { setDuressAlarm } from '../../actions/open-api/unlock-methods/set-duress-alarm'
import { notCarried, pair } from './pair'

/** The types that document 003 lists for both routes. */
const carriedTypes: readonly string[] = ['fingerprint', 'password', 'card']

export const setHijackPair = pair(setHijack, async (params, { call }) => {
  if (!carriedTypes.includes(params.unlock_type)) throw refused(params.unlock_type)
  return call(setDuressAlarm, params)
})

/** The route writes the type with a prefix, unlike the one that sets the alarm. */
export const removeHijackPair = pair(
  removeHijack,
  async ({ device_id, unlock_type, unlock_no }, { call }) => {
    if (!carriedTypes.includes(unlock_type)) throw refused(unlock_type)
    return call(deleteDuressAlarm, {
      device_id,
      unlock_type: `unlock_${unlock_type}`,
      unlock_sn: unlock_no,
    })
  },
)

const refused = (unlockType: string) =>
  notCarried(setHijack, `the route has no duress alarm for the type ${unlockType}`)
