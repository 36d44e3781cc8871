import { openWithoutPassword } from '../../../../actions/open-api/unlocking/open-without-password'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { moveBoltRemotely } from '../../lock-commands/open-remotely'
import { operation } from '../../operation'

export const openWithoutPasswordOperation = operation(openWithoutPassword, {
  params: { device_id: name, ticket_id: name },
  handle: (cloud, { device_id, ticket_id: ticketId }) => {
    const lock = lockFor(openWithoutPassword, cloud.world, device_id)
    moveBoltRemotely(cloud, openWithoutPassword, lock, { ticketId, open: true })
    return true
  },
})
