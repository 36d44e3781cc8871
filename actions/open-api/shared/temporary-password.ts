import type { TypeOf } from 'io-ts'
import { scheduleFields } from '../../mini-program/shared/schedule-fields'
import { epochSeconds, id, int, listOf, oneOf, record, text } from '../../shared'

/** A temporary password as the cloud lists it, without its PIN. */
export const listedPassword = record({
  key: {
    /** Called `password_id` in the paths of other routes. */
    id: id('Long'),
  },
  documented: {
    name: text(),
    /**
     * The same number means another thing on another lock.
     * Zigbee: 1 to be created, 2 normal, 3 frozen, 4 deleted, 5 creation failed.
     * Wi-Fi and Bluetooth: 0 deleted, 1 to be sent, 2 sent, 3 to be deleted; Bluetooth only: 7 failed to send.
     * A client met 17 and 19 after a deletion.
     */
    phase: oneOf([0, 1, 2, 3, 4, 5, 7]),
    effective_time: epochSeconds(),
    invalid_time: epochSeconds(),
    phone: text(),
    /** An IANA name, such as Asia/Shanghai. */
    time_zone: text(),
  },
  optional: {
    /**
     * Zigbee only: 1 setting, 2 set, 3 failed, 4 set it again, 5 no room for more passwords, 6 overlaps with another
     * password.
     */
    delivery_status: oneOf([1, 2, 3, 4, 5, 6]),
    schedule_list: listOf(record({ optional: scheduleFields })),
    /** The number of the password on the lock: in clients only. */
    sn: int(),
  },
  aliases: { id: ['password_id'] },
})

/** A listed password in the words of the mini-program family. */
export const asPassword = ({ id: password_id, ...others }: TypeOf<typeof listedPassword>) => ({
  ...others,
  password_id,
})
