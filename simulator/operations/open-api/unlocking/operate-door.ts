import { operateDoor } from '../../../../actions/open-api/unlocking/operate-door'
import { type Check, optional } from '../../../checks/check'
import { name, urlBoolean } from '../../../checks/values'
import { sleepMsOf } from '../../../hardware/schedule'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { radioOf } from '../../../world/phase'
import { spendTicket } from '../../../world/tickets'
import { moveBoltRemotely } from '../../lock-commands/open-remotely'
import { operation } from '../../operation'

/** Clients send the flag as text, too. */
const flagOrText: Check<boolean> = {
  optional: false,
  read: (value, field) => (typeof value === 'boolean' ? value : urlBoolean.read(value, field)),
}

/**
 * The answer of the lock is the result: false if its bolt did not move. A sleeping Bluetooth lock is refused, because its
 * gateway does not reach it; the ticket is spent.
 */
export const operateDoorOperation = operation(operateDoor, {
  params: { device_id: name, ticket_id: name, open: optional(flagOrText) },
  handle: (cloud, { device_id, ticket_id: ticketId, open = true }) => {
    const lock = lockFor(operateDoor, cloud.world, device_id)
    if (radioOf(lock) === 'ble' && sleepMsOf(cloud, lock) > 0) {
      spendTicket(cloud, lock.id, ticketId)
      return refuse('door lock is not online')
    }
    return moveBoltRemotely(cloud, operateDoor, lock, { ticketId, open })
  },
})
