import { getSyncableOpmodeTypes } from '../../actions/mini-program/door-lock/get-syncable-opmode-types'
import { syncUnlockMethods } from '../../actions/open-api/unlock-methods/sync-unlock-methods'
import { pair } from './pair'

/** The cloud sends the command to the lock by itself, so the panel has none to pass on. */
export const syncableOpmodeTypesPair = pair(
  getSyncableOpmodeTypes,
  async ({ device_id, target_standard_dp_codes: codes }, { call }) => {
    await call(syncUnlockMethods, { device_id, ...(codes !== '' && { codes }) })
    return { distributed: false, ins: '' }
  },
  {
    distributed: 'the cloud has sent the command itself, so the panel must not send one',
    ins: 'the route returns no command',
    dp_id: 'the route returns no command, and no data point for it',
  },
)
