import type { getDevice } from '../../../../actions/open-api/devices/get-device'
import type { ResultOf } from '../../../../src/core/action'
import type { Lock } from '../../../world/lock'
import type { World } from '../../../world/world'
import { deviceOf } from '../../mini-program/device/get-list-by-ids'

/** A device in an answer of a route: that of the mini-program family with a model. */
export const routeDeviceRow = (lock: Lock, world: World): ResultOf<typeof getDevice> => ({
  ...deviceOf(lock, world),
  model: lock.type,
})
