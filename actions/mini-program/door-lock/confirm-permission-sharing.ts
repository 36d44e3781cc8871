import { defineAction } from '../../../src/core/action'
import { id, oneOf, params, record } from '../../shared'
import { appSchema, permissionFields, sharingTicket } from '../shared/permission-sharing'

/**
 * Accepts an invitation and spends its ticket; `verifyPermissionSharing` shows whether a ticket is still valid.
 *
 * Document 001, lines 1557-1607: `permission_id` is in the table and not in the sample; the answer does not contain
 * the lock.
 */
export const confirmPermissionSharing = defineAction({
  name: 'doorLock.confirmPermissionSharing',
  family: 'mini-program',
  safety: 'once',
  ticket: 'sharing_ticket',
  check: 'doorLock.verifyPermissionSharing',
  locks: ['wifi', 'ble'],
  params: params({
    required: {
      sharing_id: id(),
      app_schema: appSchema,
      sharing_ticket: sharingTicket,
      /** The uid of the invited person. */
      receiver: id(),
    },
  }),
  result: record({
    documented: {
      biz_type: permissionFields.biz_type,
      available_times: permissionFields.available_times,
      name: permissionFields.name,
      effective_time: permissionFields.effective_time,
      invalid_time: permissionFields.invalid_time,
      schedule_start_time: permissionFields.schedule_start_time,
      schedule_end_time: permissionFields.schedule_end_time,
      working_day: permissionFields.working_day,
      /** 0 invalid, 1 valid, 2 valid later. */
      effective_flag: oneOf([0, 1, 2]),
      /** 0 invalid, 1 valid; invalid where `effective_flag` is 0. */
      schedule_effective_flag: oneOf([0, 1]),
    },
    optional: { permission_id: id('Long') },
  }),
})
