import { openWithPassword } from '../../../../actions/open-api/unlocking/open-with-password'
import { optional } from '../../../checks/check'
import { name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { enterPassword } from '../../lock-commands/enter-password'
import { passwordType } from '../../mini-program/shared/temporary-password'
import { operation } from '../../operation'

/** The table calls all three optional; without them there is nothing to open with. */
export const openWithPasswordOperation = operation(openWithPassword, {
  params: {
    device_id: name,
    password: name,
    password_type: optional(passwordType),
    ticket_id: name,
  },
  handle: (cloud, { device_id, password: encryptedPin, ticket_id: ticketId }) =>
    enterPassword(cloud, openWithPassword, lockFor(openWithPassword, cloud.world, device_id), {
      encryptedPin,
      ticketId,
    }),
})
