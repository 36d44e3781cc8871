import { epochSeconds, id, int, listOf, oneOf, record, text } from '../../shared'
import { scheduleFields } from './schedule-fields'

/** A temporary password as it is read back; its digits never come back. */
export const temporaryPassword = /*#__PURE__*/ record({
  required: {
    password_id: /*#__PURE__*/ id('Long'),
    name: /*#__PURE__*/ text(),
    /**
     * The same number means another thing on another lock.
     * Zigbee: 1 to be created, 2 normal, 3 frozen, 4 deleted, 5 creation failed.
     * Wi-Fi and Bluetooth: 0 deleted, 1 to be sent, 2 sent, 3 to be deleted; Bluetooth only: 7 failed to send.
     */
    phase: /*#__PURE__*/ oneOf([0, 1, 2, 3, 4, 5, 7]),
    effective_time: /*#__PURE__*/ epochSeconds(),
    invalid_time: /*#__PURE__*/ epochSeconds(),
    phone: /*#__PURE__*/ text(),
    /** An IANA name, such as Asia/Shanghai. */
    time_zone: /*#__PURE__*/ text(),
    /** 1 setting, 2 set, 3 failed, 4 set it again, 5 no room for more passwords, 6 overlaps with another password. */
    delivery_status: /*#__PURE__*/ oneOf([1, 2, 3, 4, 5, 6]),
  },
  optional: {
    schedule_list: /*#__PURE__*/ listOf(/*#__PURE__*/ record({ optional: scheduleFields })),
    /** The number of the password on a Bluetooth lock. */
    sn: /*#__PURE__*/ int(),
  },
  aliases: { password_id: ['id'] },
})
