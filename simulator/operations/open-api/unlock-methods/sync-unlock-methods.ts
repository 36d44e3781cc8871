import { syncUnlockMethods } from '../../../../actions/open-api/unlock-methods/sync-unlock-methods'
import { optional } from '../../../checks/check'
import { commaSeparated, name } from '../../../checks/values'
import { allowSync } from '../../../world/allow-sync'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

/** No codes means all of them. Returns false within the interval, which all families share. */
export const syncUnlockMethodsOperation = operation(syncUnlockMethods, {
  params: { device_id: name, codes: optional(commaSeparated) },
  handle: (cloud, { device_id, codes = [] }) =>
    allowSync(
      cloud,
      lockFor(syncUnlockMethods, cloud.world, device_id),
      syncUnlockMethods.name,
      { codes },
      'synchronise',
    ),
})
