import { getTemporaryPasswordList } from '../../../../actions/mini-program/door-lock/get-temporary-password-list'
import { boolean, name } from '../../../checks/values'
import { isListedAsValid } from '../../../world/find-password'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { passwordRow } from '../shared/temporary-password'

export const getTemporaryPasswordListOperation = operation(getTemporaryPasswordList, {
  params: { device_id: name, valid: boolean },
  handle: (cloud, { device_id, valid }) => {
    const lock = lockFor(getTemporaryPasswordList, cloud.world, device_id)
    return cloud.world.temporaryPasswords
      .filter((password) => password.lockId === lock.id)
      .filter((password) => isListedAsValid(password, cloud.now()) === valid)
      .map((password) => passwordRow(password, lock))
  },
})
