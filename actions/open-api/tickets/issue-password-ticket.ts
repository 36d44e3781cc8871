import { defineAction } from '../../../src/core/action'
import { id, params } from '../../shared'
import { ticketResult } from '../shared/password-ticket'
import { withTwin } from '../shared/with-twin'

/**
 * Fetches a ticket, which is valid for one command, with the key that encrypts a temporary password.
 *
 * Confidence A (vendor page, clients): the ticket lasts 360 seconds in every sample, five minutes in the text of the
 * sibling route.
 */
export const issuePasswordTicket = withTwin(
  'doorLock.passwordTicket',
  defineAction({
    name: 'POST /v1.0/devices/{device_id}/door-lock/password-ticket',
    family: 'open-api',
    safety: 'read',
    locks: ['wifi', 'zigbee', 'ble', 'access-control'],
    params: params({ required: { device_id: id() } }),
    result: ticketResult,
  }),
)
