import { defineAction } from '../../../src/core/action'
import {
  epochSeconds,
  flag,
  id,
  int,
  listOf,
  oneOf,
  params,
  record,
  secret,
  text,
} from '../../shared'
import { scheduleFields } from '../shared/schedule-fields'

/**
 * Makes a temporary password.
 *
 * Document 001, lines 780-860: the sample lacks `password_type` and `ticket_id`, which the table requires, and sends
 * `phone` as a number.
 */
export const createTemporaryPassword = /*#__PURE__*/ defineAction({
  name: 'doorLock.createTemporaryPassword',
  family: 'mini-program',
  safety: 'once',
  ticket: 'ticket_id',
  check: 'doorLock.getTemporaryPasswordList',
  locks: ['wifi', 'zigbee', 'ble', 'access-control'],
  params: /*#__PURE__*/ params({
    required: {
      device_id: /*#__PURE__*/ id(),
      name: /*#__PURE__*/ text(),
      /** Encrypted with the key of the ticket; before that 7 digits on Wi-Fi locks, 6 on Zigbee and Bluetooth locks. */
      password: /*#__PURE__*/ secret(/*#__PURE__*/ text()),
      effective_time: /*#__PURE__*/ epochSeconds(),
      invalid_time: /*#__PURE__*/ epochSeconds(),
      password_type: /*#__PURE__*/ oneOf(['ticket']),
      ticket_id: /*#__PURE__*/ secret(/*#__PURE__*/ id()),
    },
    optional: {
      phone: /*#__PURE__*/ text(),
      /** 1 good for one time, 0 for any number of times; Zigbee locks need it. */
      type: /*#__PURE__*/ oneOf([0, 1]),
      /** An IANA name, such as Asia/Shanghai; needed with `schedule_list`. */
      time_zone: /*#__PURE__*/ text(),
      schedule_list: /*#__PURE__*/ listOf(/*#__PURE__*/ record({ required: scheduleFields })),
      /** True in a WeChat mini-program, for a Bluetooth lock. */
      bluetooth_symbolic: /*#__PURE__*/ flag(),
      /** The number of the password on a Bluetooth lock. */
      sn: /*#__PURE__*/ int(),
    },
  }),
  result: /*#__PURE__*/ record({
    required: {
      /** What other operations call `password_id`. */
      id: /*#__PURE__*/ id('Long'),
    },
  }),
})
