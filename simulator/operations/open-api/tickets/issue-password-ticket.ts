import { issuePasswordTicket } from '../../../../actions/open-api/tickets/issue-password-ticket'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { issueTicket } from '../../../world/tickets'
import { operation } from '../../operation'

export const issuePasswordTicketOperation = operation(issuePasswordTicket, {
  params: { device_id: name },
  handle: (cloud, { device_id }) =>
    issueTicket(cloud, lockFor(issuePasswordTicket, cloud.world, device_id).id),
})
