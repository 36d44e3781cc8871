import { passwordTicket } from '../../../../actions/mini-program/door-lock/password-ticket'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { issueTicket } from '../../../world/tickets'
import { operation } from '../../operation'

export const passwordTicketOperation = operation(passwordTicket, {
  params: { device_id: name },
  handle: (cloud, { device_id }) =>
    issueTicket(cloud, lockFor(passwordTicket, cloud.world, device_id).id),
})
