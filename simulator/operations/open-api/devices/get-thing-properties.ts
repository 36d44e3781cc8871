import { getThingProperties } from '../../../../actions/open-api/devices/get-thing-properties'
import { optional } from '../../../checks/check'
import { commaSeparated, name } from '../../../checks/values'
import { dataPointTypesOf } from '../../../world/data-point-types'
import { lockFor } from '../../../world/lock-for'
import { reportedValue } from '../../../world/report'
import { operation } from '../../operation'

const typeNames = {
  Boolean: 'bool',
  Integer: 'value',
  Enum: 'enum',
  String: 'string',
  Raw: 'raw',
} as const

/** Every data point of the lock; one that never reported has no value. */
export const getThingPropertiesOperation = operation(getThingProperties, {
  params: { device_id: name, codes: optional(commaSeparated) },
  handle: ({ world }, { device_id, codes = [] }) => {
    const lock = lockFor(getThingProperties, world, device_id)
    return {
      properties: dataPointTypesOf(lock)
        .filter(({ code }) => codes.length === 0 || codes.includes(code))
        .map(({ code, dpId, type }) => ({
          code,
          dp_id: dpId,
          time: lock.updatedAt * 1000,
          custom_name: '',
          type: typeNames[type],
          value: reportedValue(lock, code),
        })),
    }
  },
})
