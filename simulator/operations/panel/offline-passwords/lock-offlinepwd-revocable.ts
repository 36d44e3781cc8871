import { lockOfflinepwdRevocable } from '../../../../actions/panel/offline-passwords/lock-offlinepwd-revocable'
import { asText } from '../../../quirks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { offlinePasswordsOf, offlineRow } from '../shared/offline-passwords'
import { deviceParams } from '../shared/params'

/** The multiple-use passwords that the lock still accepts. */
export const lockOfflinepwdRevocableOperation = operation(lockOfflinepwdRevocable, {
  params: deviceParams,
  handle: (cloud, { devId }) =>
    offlinePasswordsOf(cloud, lockFor(lockOfflinepwdRevocable, cloud.world, devId), 'multiple')
      .filter(({ invalidTime }) => invalidTime * 1000 > cloud.now())
      .map(offlineRow),
  sampled: { quirks: [asText('[].pwdId')] },
})
