import { defineAction } from '../../../src/core/action'
import { epochMs, epochSeconds, id, int, listOf, oneOf, params, record, text } from '../../shared'
import { scheduleDayFields, scheduleDeliveryFields } from '../shared/schedule'

/**
 * Reads a temporary password of an access-control lock.
 *
 * Confidence A (vendor page): the table says milliseconds, the sample has seconds. `expired_time` is called `invalid_time`
 * in the other routes.
 *
 * @example
 * ```ts
 * const device_id = seed.locks.office.id
 * const cipher = passwordCipher({ accessKey: simulator.accessKey })
 * const office = lock(panel, device_id, { type: 'access-control', clock, passwordCipher: cipher })
 * const toMs = clock.now() + 3_600_000
 * const { id } = await office.temporaryPasswords.create({ name: 'Guest', toMs, password: '1357902' })
 *
 * const route = 'GET /v1.0/devices/{device_id}/door-lock/template/temp-password/{password_id}'
 * console.log(await panel.apiRequest(route, { device_id, password_id: id }))
 * ```
 */
export const readTemplatePassword = defineAction({
  name: 'GET /v1.0/devices/{device_id}/door-lock/template/temp-password/{password_id}',
  family: 'open-api',
  safety: 'read',
  locks: ['access-control'],
  params: params({ required: { device_id: id(), password_id: id('Long') } }),
  result: record({
    key: { pwd_id: id('Long') },
    documented: {
      name: text(),
      /** 0 valid in periods, 1 for one opening. */
      pwd_type: oneOf([0, 1]),
      pwd_type_code: oneOf(['once', 'temp']),
      effective_time: epochSeconds(),
      expired_time: epochSeconds(),
      /** The last command, and its progress. */
      operate: scheduleDeliveryFields.operate,
      delivery_status: scheduleDeliveryFields.delivery_status,
      /** The number of the password on the lock. */
      sn: int(),
      gmt_create: epochMs(),
    },
    optional: {
      /** What the lock answered; the numbers are not documented. */
      dev_ack: int(),
      phone: text(),
      schedule_details: listOf(
        record({
          optional: {
            start_minute: scheduleDayFields.start_minute,
            end_minute: scheduleDayFields.end_minute,
            working_day: scheduleDayFields.working_day,
            all_day: scheduleDayFields.all_day,
            time_zone_id: scheduleDayFields.time_zone_id,
          },
        }),
      ),
    },
  }),
})
