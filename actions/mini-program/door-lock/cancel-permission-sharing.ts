import { defineAction } from '../../../src/core/action'
import { flag, id, params } from '../../shared'
import { sharingTicket } from '../shared/permission-sharing'

/** Cancels an invitation. Document 001, lines 1608-1639. */
export const cancelPermissionSharing = defineAction({
  name: 'doorLock.cancelPermissionSharing',
  family: 'mini-program',
  safety: 'idempotent',
  // No such data, no such record: the invitation no longer exists. "Ticket invalid" (2405) could also mean a wrong ticket.
  removes: { notFound: [1000, 2323], result: true },
  locks: ['wifi', 'ble'],
  params: params({
    required: { sharing_id: id(), sharing_ticket: sharingTicket },
  }),
  result: flag(),
})
