import { listDevicesOfUser } from '../../../../actions/open-api/devices/list-devices-of-user'
import { optional } from '../../../checks/check'
import { name, oneOf } from '../../../checks/values'
import { operation } from '../../operation'
import { routeDeviceRow } from '../shared/device-row'

/** Nothing is shared with a user in the world: every user of a lock is a member of the home. */
export const listDevicesOfUserOperation = operation(listDevicesOfUser, {
  params: { uid: name, from: optional(oneOf(['sharing'])) },
  handle: ({ world }, { uid, from }) => {
    const member = world.members.find((one) => one.uid === uid)
    return world.locks
      .filter(
        ({ users }) => from === undefined && users.some(({ userId }) => userId === member?.userId),
      )
      .map((lock) => routeDeviceRow(lock, world))
  },
})
