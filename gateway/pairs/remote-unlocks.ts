import { remoteUnlocks } from '../../actions/mini-program/door-lock/remote-unlocks'
import { listRemoteUnlocks } from '../../actions/open-api/unlocking/list-remote-unlocks'
import { pair } from './pair'

/** A row of the route does not repeat the device. */
export const remoteUnlocksPair = pair(remoteUnlocks, async ({ device_id }, { call }) => {
  const switches = await call(listRemoteUnlocks, { device_id })
  return switches.map((one) => ({ ...one, device_id }))
})
