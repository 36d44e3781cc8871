import { getListByIds } from '../../actions/mini-program/device/get-list-by-ids'
import { listDevices } from '../../actions/open-api/devices/list-devices'
import { pair } from './pair'
import { withoutLocalKey } from './without-local-key'

export const devicesPair = pair(
  getListByIds,
  async (params, { call }) => {
    const { devices } = await call(listDevices, params)
    return devices.map(({ model: _, ...device }) => withoutLocalKey(device))
  },
  { '[].local_key': 'the gateway does not give it to a panel' },
)
