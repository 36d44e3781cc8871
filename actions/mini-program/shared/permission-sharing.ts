import { epochMs, id, int, oneOf, record, secret, text } from '../../shared'

/** For one time: whoever holds it can take the permission. */
export const sharingTicket = secret(id())

/** The documents say cloud, the samples send 32 hexadecimal digits. */
export const appSchema = oneOf(['cloud'])

/** An invitation as it is made and as it is verified. */
export const sharingInvitation = record({
  required: {
    sharing_id: id(),
    sharing_ticket: sharingTicket,
    /** How long the invitation is still good; 0 or less: no longer. */
    expire_time: int('Long', { unit: 'seconds' }),
  },
})

/** What a shared permission allows; taken field by field. */
export const permissionFields = {
  biz_type: oneOf(['unlock_ble', 'unlock_fingerprint']),
  /** -1: as often as wanted until it ends. */
  available_times: int(),
  name: text(),
  /** Both times in milliseconds, where temporary passwords have seconds; left out: always valid. */
  effective_time: epochMs(),
  invalid_time: epochMs(),
  /** Minutes of the day: half past seven is 450. */
  schedule_start_time: int('Integer', { unit: 'minutes' }),
  /** Minutes of the day. */
  schedule_end_time: int('Integer', { unit: 'minutes' }),
  /** A bit for each day, bit 0 Sunday to bit 6 Saturday: Monday, Tuesday and Friday are 38. */
  working_day: int(),
}
