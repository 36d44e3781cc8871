import { lockOfflinepwdList } from '../../../../actions/panel/offline-passwords/lock-offlinepwd-list'
import { name, oneOf } from '../../../checks/values'
import { onlyInFirstRow } from '../../../quirks/fields'
import { lockFor } from '../../../world/lock-for'
import { effectiveFlagOf } from '../../../world/validity'
import { operation } from '../../operation'
import { kindOfType, offlinePasswordsOf, offlineRow, types } from '../shared/offline-passwords'
import { rowParams, rowsOf } from '../shared/params'

const IN_EFFECT = 1
const ISSUED = 2

export const lockOfflinepwdListOperation = operation(lockOfflinepwdList, {
  params: { devId: name, pwdType: oneOf(types), ...rowParams },
  handle: (cloud, { devId, pwdType, ...rows }) => {
    const lock = lockFor(lockOfflinepwdList, cloud.world, devId)
    const passwords = offlinePasswordsOf(cloud, lock, kindOfType[pwdType])
    return rowsOf(passwords, rows).map((password) => {
      const { effectiveTime: from, invalidTime: until } = password
      const isNow = effectiveFlagOf({ from, until }, cloud.now() / 1000) === 1
      return { ...offlineRow(password), status: isNow ? IN_EFFECT : ISSUED }
    })
  },
  sampled: { quirks: [onlyInFirstRow('status')] },
})
