import { verifyPermissionSharing } from '../../../../actions/mini-program/door-lock/verify-permission-sharing'
import { name } from '../../../checks/values'
import { invitationOf, openSharing } from '../../../world/sharings'
import { operation } from '../../operation'

/** An expired sharing is returned with 0 seconds or less; a spent ticket is refused. */
export const verifyPermissionSharingOperation = operation(verifyPermissionSharing, {
  params: { sharing_ticket: name },
  handle: (cloud, { sharing_ticket }) =>
    invitationOf(openSharing(cloud, sharing_ticket), cloud.now()),
  sampled: { envelope: 'bare' },
})
