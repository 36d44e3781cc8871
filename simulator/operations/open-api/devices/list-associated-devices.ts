import { listAssociatedDevices } from '../../../../actions/open-api/devices/list-associated-devices'
import { optional, optionalOrEmptyText } from '../../../checks/check'
import { name, urlInteger } from '../../../checks/values'
import { rowsAfter } from '../../../world/page'
import { operation } from '../../operation'
import { routeDeviceRow } from '../shared/device-row'

const USUAL_ROWS = 20

export const listAssociatedDevicesOperation = operation(listAssociatedDevices, {
  params: {
    size: optional(urlInteger({ min: 1, max: 100 })),
    last_row_key: optionalOrEmptyText(name),
  },
  handle: ({ world }, { size = USUAL_ROWS, last_row_key }) => {
    const { rows, hasMore } = rowsAfter(world.locks, last_row_key, size)
    return {
      devices: rows.map((lock) => routeDeviceRow(lock, world)),
      has_more: hasMore,
      last_row_key: hasMore ? (rows.at(-1)?.id ?? '') : '',
      total: world.locks.length,
    }
  },
})
