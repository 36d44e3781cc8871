import { getLatestMedia } from '../../../../actions/open-api/media/get-latest-media'
import { name, oneOf } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { latestMediaOf } from '../../mini-program/door-lock/get-media-url'
import { operation } from '../../operation'

export const getLatestMediaOperation = operation(getLatestMedia, {
  params: { device_id: name, file_type: oneOf(['1', '2']) },
  handle: ({ world }, { device_id, file_type }) =>
    latestMediaOf(world, lockFor(getLatestMedia, world, device_id), file_type),
})
