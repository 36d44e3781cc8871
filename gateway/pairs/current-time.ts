import { currentTime } from '../../actions/mini-program/timer/current-time'
import { listDevices } from '../../actions/open-api/devices/list-devices'
import { GatewayRefusal } from '../refusal'
import { pair } from './pair'

/** No device has this id; the answer to any request shows the time of the cloud. */
const NO_DEVICE = 'none'

/** No route has the action; the `t` of the last answer of the cloud, and the time since then, say the same. */
export const currentTimePair = pair(currentTime, async (_, { call, panel }) => {
  const known = panel.cloudTime?.()
  if (known !== undefined) return known
  let failure: unknown
  await call(listDevices, { device_ids: NO_DEVICE }).catch((error: unknown) => {
    failure = error
  })
  const read = panel.cloudTime?.()
  if (read !== undefined) return read
  throw (
    failure ??
    new GatewayRefusal('GATEWAY_BAD_ANSWER', 'The answers of the cloud do not have its time.')
  )
})
