import { lockOfflinepwdRevoke } from '../../../../actions/panel/offline-passwords/lock-offlinepwd-revoke'
import { long, name } from '../../../checks/values'
import { refuse } from '../../../refusal'
import { lockFor } from '../../../world/lock-for'
import { findOfflinePassword, setClearingCode, takeCode } from '../../../world/offline-passwords'
import { operation } from '../../operation'

/** The password stays valid until the code is typed at the lock; each call uses another code. */
export const lockOfflinepwdRevokeOperation = operation(lockOfflinepwdRevoke, {
  params: { devId: name, pwdId: long },
  handle: (cloud, { devId, pwdId }) => {
    const lock = lockFor(lockOfflinepwdRevoke, cloud.world, devId)
    const password = findOfflinePassword(cloud, lock, pwdId)
    if (password.kind !== 'multiple' || password.invalidTime * 1000 <= cloud.now())
      return refuse('status does not allow it', 'pwdId')
    const code = takeCode(cloud, lock, 'clearOne')
    setClearingCode(cloud, password, code)
    cloud.record({
      deviceId: lock.id,
      command: 'issue-clearing-code',
      action: lockOfflinepwdRevoke.name,
      reached: 'cloud',
      detail: { passwordId: password.id },
    })
    return code
  },
})
