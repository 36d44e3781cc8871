import { defineAction } from '../../../src/core/action'
import { id, params } from '../../shared'
import { ticketResult } from '../shared/password-ticket'

/**
 * Fetches a ticket as `issuePasswordTicket` does, by the newer path.
 *
 * Confidence A (vendor page, clients, answers): the page says five minutes, the answers say 360 seconds.
 */
export const issueSmartLockTicket = defineAction({
  name: 'POST /v1.0/smart-lock/devices/{device_id}/password-ticket',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: params({ required: { device_id: id() } }),
  result: ticketResult,
})
