import { epochSeconds, flag, id, int, listOf, oneOf, params, secret, text } from '../../shared'
import { scheduleFields } from './schedule-fields'

/** The parameters of three operations that create or change a temporary password; used field by field. */
export const newPasswordFields = {
  /** Encrypted with the key of the ticket; before that 7 digits on Wi-Fi locks, 6 on Zigbee and Bluetooth locks. */
  password: secret(text({ min: 1 })),
  effective_time: epochSeconds(),
  invalid_time: epochSeconds(),
  password_type: oneOf(['ticket']),
  /** From `doorLock.passwordTicket`; single use. */
  ticket_id: secret(id()),
  phone: text(),
  /** 1 for one opening, 0 for any number of openings; required for Zigbee locks. */
  type: oneOf([0, 1]),
  /** An IANA name, such as Asia/Shanghai; required with `schedule_list`. */
  time_zone: text(),
  schedule_list: listOf(params({ required: scheduleFields })),
  /** True in a WeChat mini-program, for a Bluetooth lock. */
  bluetooth_symbolic: flag(),
  /** The number of the password on a Bluetooth lock. */
  sn: int(),
}
