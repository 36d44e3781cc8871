import { passwordFreeOpen } from '../../../../actions/mini-program/door-lock/password-free-open'
import { name, optionalText } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { moveBoltRemotely } from '../../lock-commands/open-remotely'
import { operation } from '../../operation'

export const passwordFreeOpenOperation = operation(passwordFreeOpen, {
  params: { device_id: name, ticket_id: name, channel_id: optionalText },
  handle: (cloud, { device_id, ticket_id: ticketId, channel_id: channelId }) => {
    const lock = lockFor(passwordFreeOpen, cloud.world, device_id)
    moveBoltRemotely(cloud, passwordFreeOpen, lock, { ticketId, open: true, channelId })
    return true
  },
})
