import { getThingModel } from '../../../../actions/open-api/devices/get-thing-model'
import { name } from '../../../checks/values'
import { dataPointTypesOf } from '../../../world/data-point-types'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

const typeNames = {
  Boolean: 'bool',
  Integer: 'value',
  Enum: 'enum',
  String: 'string',
  Raw: 'raw',
} as const

export const getThingModelOperation = operation(getThingModel, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => {
    const lock = lockFor(getThingModel, world, device_id)
    const properties = dataPointTypesOf(lock).map(({ code, dpId, type, values, isWritable }) => ({
      abilityId: dpId,
      code,
      accessMode: isWritable ? 'rw' : 'ro',
      typeSpec: { type: typeNames[type], ...values },
    }))
    return { model: { modelId: lock.productId, services: [{ properties }] } }
  },
})
