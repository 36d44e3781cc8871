import { lockOfflinepwdAvailable } from '../../../../actions/panel/offline-passwords/lock-offlinepwd-available'
import { name, oneOf } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { suppliedTypes, supplyOfType } from '../shared/offline-passwords'

export const lockOfflinepwdAvailableOperation = operation(lockOfflinepwdAvailable, {
  params: { devId: name, pwdType: oneOf(suppliedTypes) },
  handle: ({ world }, { devId, pwdType }) =>
    lockFor(lockOfflinepwdAvailable, world, devId).offlineSupply[supplyOfType[pwdType]] > 0,
})
