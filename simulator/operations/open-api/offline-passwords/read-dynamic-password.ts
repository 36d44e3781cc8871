import { readDynamicPassword } from '../../../../actions/open-api/offline-passwords/read-dynamic-password'
import { name } from '../../../checks/values'
import { dynamicPasswordOf } from '../../../world/dynamic-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const readDynamicPasswordOperation = operation(readDynamicPassword, {
  params: { device_id: name },
  handle: ({ world, now }, { device_id }) => ({
    dynamic_password: dynamicPasswordOf(lockFor(readDynamicPassword, world, device_id), now()),
  }),
})
