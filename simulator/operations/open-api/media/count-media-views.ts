import { countMediaViews } from '../../../../actions/open-api/media/count-media-views'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const countMediaViewsOperation = operation(countMediaViews, {
  params: { device_id: name },
  handle: ({ world }, { device_id }) => lockFor(countMediaViews, world, device_id).mediaViews ?? 0,
})
