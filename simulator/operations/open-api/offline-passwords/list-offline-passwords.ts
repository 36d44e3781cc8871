import { listOfflinePasswords } from '../../../../actions/open-api/offline-passwords/list-offline-passwords'
import { commaSeparated, name, oneOf, urlPageParams } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { pageOf } from '../../../world/page'
import { operation } from '../../operation'

/** The states are not known, so only an empty `target_status` selects rows: all of them. */
export const listOfflinePasswordsOperation = operation(listOfflinePasswords, {
  params: {
    device_id: name,
    pwd_type_codes: commaSeparated,
    target_status: oneOf(['']),
    ...urlPageParams,
  },
  handle: ({ world }, { device_id, pwd_type_codes, ...page }) => {
    const lock = lockFor(listOfflinePasswords, world, device_id)
    const kinds = pwd_type_codes.map((code) => code.replace('_', '-'))
    const { rows, has_more, total_pages } = pageOf(
      world.offlinePasswords.filter(
        ({ lockId, kind, revoked }) => lockId === lock.id && !revoked && kinds.includes(kind),
      ),
      page,
    )
    return {
      has_more,
      total_pages,
      records: rows.map((password) => ({
        offline_temp_password_id: password.id,
        offline_temp_password_name: password.name,
        effective_time: password.effectiveTime,
        invalid_time: password.invalidTime,
      })),
    }
  },
})
