import { memberAdd } from '../../../../actions/panel/locks/member-add'
import { name, oneOf, optionalText } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { addDeviceUser } from '../../../world/lock-users'
import { operation } from '../../operation'

/** The validity period is not simulated. */
export const memberAddOperation = operation(memberAdd, {
  params: {
    devId: name,
    userName: name,
    timesetType: oneOf(['10', '20', '30']),
    avatar: optionalText,
    opmode: optionalText,
    timeset: optionalText,
    timeZone: optionalText,
  },
  handle: (cloud, { devId, userName, avatar: avatarUrl = '' }) => {
    const lock = lockFor(memberAdd, cloud.world, devId)
    addDeviceUser(cloud, lock, { nickName: userName, sex: '', avatarUrl }, memberAdd.name)
    return true
  },
})
