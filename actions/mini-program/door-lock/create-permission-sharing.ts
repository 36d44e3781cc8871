import { defineAction } from '../../../src/core/action'
import { id, jsonText, params } from '../../shared'
import { appSchema, permissionFields, sharingInvitation } from '../shared/permission-sharing'

/**
 * Creates an invitation to a permission on a lock; the ticket of the answer is for the invited person.
 *
 * No operation lists invitations. If the answer is lost, its ticket is lost too, and the invitation expires unused:
 * `doorLock.verifyPermissionSharing` needs the ticket.
 *
 * Document 001, lines 1468-1529: `permission_detail` is JSON in the table and an object in the sample.
 */
export const createPermissionSharing = defineAction({
  name: 'doorLock.createPermissionSharing',
  family: 'mini-program',
  safety: 'once',
  check: 'doorLock.verifyPermissionSharing',
  locks: ['wifi', 'ble'],
  params: params({
    required: {
      device_id: id(),
      app_schema: appSchema,
      /** The account of the inviting person; the uid for the current user. */
      sharer: id(),
      permission_detail: jsonText(
        params({
          required: {
            biz_type: permissionFields.biz_type,
            available_times: permissionFields.available_times,
          },
          optional: {
            name: permissionFields.name,
            effective_time: permissionFields.effective_time,
            invalid_time: permissionFields.invalid_time,
            schedule_start_time: permissionFields.schedule_start_time,
            schedule_end_time: permissionFields.schedule_end_time,
            working_day: permissionFields.working_day,
          },
        }),
        'value',
      ),
    },
    optional: {
      /** The account of the invited person. */
      receiver: id(),
    },
  }),
  result: sharingInvitation,
})
