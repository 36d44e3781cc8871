import { defineAction } from '../../../src/core/action'
import { flag, id, params, secret } from '../../shared'
import { withTwin } from '../shared/with-twin'

/**
 * Unlocks or locks the door, with a ticket and without a password: the only route that locks.
 *
 * A result of false is an answer of the lock: it refused. True says that the cloud accepted the command, not that the bolt
 * moved. A sleeping Bluetooth lock is refused (2312): retry with a new ticket.
 *
 * Confidence A (vendor page, clients): the table has the device only, the sample has the rest. Some clients send `open` as
 * text. The page names no kind of lock; a Bluetooth lock needs its gateway.
 */
export const operateDoor = withTwin(
  'doorLock.passwordFreeOpen',
  defineAction({
    name: 'POST /v1.0/smart-lock/devices/{device_id}/password-free/door-operate',
    family: 'open-api',
    safety: 'once',
    ticket: 'ticket_id',
    check: 'GET /v1.0/devices/{device_id}/status',
    locks: ['wifi', 'zigbee', 'ble-gateway', 'access-control'],
    params: params({
      required: {
        device_id: id(),
        /** From `issueSmartLockTicket` or `issuePasswordTicket`; single use. */
        ticket_id: secret(id()),
      },
      optional: {
        /** True unlocks, false locks; a client says that the default is true. */
        open: flag(),
      },
    }),
    result: flag(),
  }),
  {
    params: ({ channel_id, ...params }) =>
      channel_id === undefined
        ? { ...params, open: true }
        : 'it cannot choose one of several doors (`channel_id`)',
  },
)
