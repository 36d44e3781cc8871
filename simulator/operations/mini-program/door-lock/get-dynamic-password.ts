import { getDynamicPassword } from '../../../../actions/mini-program/door-lock/get-dynamic-password'
import { name } from '../../../checks/values'
import { dynamicPasswordOf } from '../../../world/dynamic-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const getDynamicPasswordOperation = operation(getDynamicPassword, {
  params: { device_id: name },
  handle: ({ world, now }, { device_id }) => ({
    dynamic_password: dynamicPasswordOf(lockFor(getDynamicPassword, world, device_id), now()),
  }),
})
