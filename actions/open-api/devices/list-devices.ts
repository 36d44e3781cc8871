import { defineAction } from '../../../src/core/action'
import { csv, int, pageOf, params } from '../../shared'
import { deviceRow } from '../shared/device-row'
import { withTwin } from '../shared/with-twin'

/**
 * Reads several devices by their ids, 20 at most.
 *
 * Confidence B (clients): a copy of the official SDK writes the path with a slash at its end.
 */
export const listDevices = withTwin(
  'device.getListByIds',
  defineAction({
    name: 'GET /v1.0/devices',
    family: 'open-api',
    safety: 'read',
    locks: ['any'],
    params: params({ required: { device_ids: csv({ min: 1 }) } }),
    result: pageOf({ rows: 'devices', item: deviceRow, documented: { total: int() } }),
  }),
  { result: ({ devices }) => devices },
)
