import { openDoor } from '../../../../actions/mini-program/door-lock/open-door'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { enterPassword } from '../../lock-commands/enter-password'
import { operation } from '../../operation'
import { passwordType } from '../shared/temporary-password'

export const openDoorOperation = operation(openDoor, {
  params: { device_id: name, password: name, password_type: passwordType, ticket_id: name },
  handle: (cloud, { device_id, password: encryptedPin, ticket_id: ticketId }) =>
    enterPassword(cloud, openDoor, lockFor(openDoor, cloud.world, device_id), {
      encryptedPin,
      ticketId,
    }),
})
