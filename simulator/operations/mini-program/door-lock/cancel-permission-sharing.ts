import { cancelPermissionSharing } from '../../../../actions/mini-program/door-lock/cancel-permission-sharing'
import { name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { operation } from '../../operation'

/** A confirmed sharing is a permission, which stays; a cancelled one is not found. */
export const cancelPermissionSharingOperation = operation(cancelPermissionSharing, {
  params: { sharing_id: name, sharing_ticket: name },
  handle: ({ world }, { sharing_id, sharing_ticket }) => {
    const sharing =
      world.sharings.find(({ id, ticket }) => id === sharing_id && ticket === sharing_ticket) ??
      refuse('ticket invalid', 'sharing_ticket')
    if (sharing.state === 'confirmed') return refuse('status does not allow it')
    if (sharing.state === 'cancelled') return refuse('no such record', 'sharing_id')
    sharing.state = 'cancelled'
    return true
  },
})
