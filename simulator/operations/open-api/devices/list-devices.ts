import { listDevices } from '../../../../actions/open-api/devices/list-devices'
import { commaSeparated } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { operation } from '../../operation'
import { routeDeviceRow } from '../shared/device-row'

const MOST_DEVICES = 20

/** Omits devices that do not exist. */
export const listDevicesOperation = operation(listDevices, {
  params: { device_ids: commaSeparated },
  handle: ({ world }, { device_ids }) => {
    if (device_ids.length === 0) return refuse('param is empty', 'device_ids')
    if (device_ids.length > MOST_DEVICES) return refuse('param is illegal', 'device_ids')
    const devices = world.locks
      .filter(({ id }) => device_ids.includes(id))
      .map((lock) => routeDeviceRow(lock, world))
    return { devices, total: devices.length }
  },
})
