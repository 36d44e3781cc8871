import { issueSmartLockTicket } from '../../../../actions/open-api/tickets/issue-smart-lock-ticket'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { issueTicket } from '../../../world/tickets'
import { operation } from '../../operation'

export const issueSmartLockTicketOperation = operation(issueSmartLockTicket, {
  params: { device_id: name },
  handle: (cloud, { device_id }) =>
    issueTicket(cloud, lockFor(issueSmartLockTicket, cloud.world, device_id).id),
})
