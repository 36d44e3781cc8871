import { addMediaView } from '../../../../actions/open-api/media/add-media-view'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const addMediaViewOperation = operation(addMediaView, {
  params: { device_id: name },
  handle: (cloud, { device_id }) => {
    const lock = lockFor(addMediaView, cloud.world, device_id)
    lock.mediaViews = (lock.mediaViews ?? 0) + 1
    cloud.record({
      deviceId: lock.id,
      command: 'count-media-view',
      action: addMediaView.name,
      reached: 'cloud',
      detail: {},
    })
    return true
  },
})
