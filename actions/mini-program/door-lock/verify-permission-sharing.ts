import { defineAction } from '../../../src/core/action'
import { params } from '../../shared'
import { sharingInvitation, sharingTicket } from '../shared/permission-sharing'

/**
 * Reads whether an invitation is still open.
 *
 * Document 001, lines 1530-1556: it takes no device, unlike nearly all others.
 */
export const verifyPermissionSharing = defineAction({
  name: 'doorLock.verifyPermissionSharing',
  family: 'mini-program',
  safety: 'read',
  locks: ['wifi', 'ble'],
  params: params({ required: { sharing_ticket: sharingTicket } }),
  result: sharingInvitation,
})
