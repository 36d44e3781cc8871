import type { getDeviceSpecifications } from '../../../../actions/open-api/devices/get-device-specifications'
import type { listDeviceFunctions } from '../../../../actions/open-api/devices/list-device-functions'
import type { ResultOf } from '../../../../src/core/action'
import { dataPointTypesOf } from '../../../world/data-point-types'
import type { Lock } from '../../../world/lock'

/** What a lock accepts, with names. */
export const functionsOf = (lock: Lock): ResultOf<typeof listDeviceFunctions> => ({
  category: lock.category,
  functions: dataPointTypesOf(lock)
    .filter(({ isWritable }) => isWritable)
    .map(({ code, type, values }) => ({
      code,
      type,
      values,
      name: code.replaceAll('_', ' '),
      desc: '',
    })),
})

/** What a lock accepts and reports. */
export const specificationsOf = (lock: Lock): ResultOf<typeof getDeviceSpecifications> => {
  const described = dataPointTypesOf(lock).map(({ dpId: _, isWritable, ...point }) => ({
    isWritable,
    point,
  }))
  return {
    category: lock.category,
    functions: described.filter(({ isWritable }) => isWritable).map(({ point }) => point),
    status: described.map(({ point }) => point),
  }
}
