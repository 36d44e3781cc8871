import { getListByIds } from '../../actions/mini-program/device/get-list-by-ids'
import { listDevices } from '../../actions/open-api/devices/list-devices'
import { pair } from './pair'

/** A local key is sufficient to command the device in its own network, so it stays on the server. */
export const devicesPair = pair(
  getListByIds,
  async (params, { call }) => {
    const { devices } = await call(listDevices, params)
    return devices.map(({ model: _, ...device }) => ({ ...device, local_key: '' }))
  },
  { '[].local_key': 'the gateway does not give it to a panel' },
)
