import { epochMs, id, int, oneOf, record, secret, text } from '../../shared'

/** Single use: any person who has it can accept the permission. */
export const sharingTicket = secret(id())

/** The documents say cloud, the samples send 32 hexadecimal digits. */
export const appSchema = oneOf(['cloud'])

/** The fields of an invitation, when created and when verified. */
export const sharingInvitation = record({
  key: {
    sharing_id: id(),
    sharing_ticket: sharingTicket,
  },
  documented: {
    /** The remaining validity of the invitation; 0 or less if it has expired. */
    expire_time: int('Long', { unit: 'seconds' }),
  },
})

/** The fields of a shared permission; used field by field. */
export const permissionFields = {
  /** How the receiver may unlock. */
  biz_type: oneOf(['unlock_ble', 'unlock_fingerprint']),
  /** -1: any number of times until it expires. */
  available_times: int(),
  name: text(),
  /** Both times in milliseconds, unlike temporary passwords, which use seconds; absent: always valid. */
  effective_time: epochMs(),
  invalid_time: epochMs(),
  /** Minutes of the day: half past seven is 450. */
  schedule_start_time: int('Integer', { unit: 'minutes' }),
  /** Minutes of the day. */
  schedule_end_time: int('Integer', { unit: 'minutes' }),
  /** A bit for each day, bit 0 Sunday to bit 6 Saturday: Monday, Tuesday and Friday are 38. */
  working_day: int(),
}
