import { scaleHistoryUserAdd } from '../../../../actions/panel/members/scale-history-user-add'
import { integer, name, text } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { addDeviceUser } from '../../../world/lock-users'
import { operation } from '../../operation'

export const scaleHistoryUserAddOperation = operation(scaleHistoryUserAdd, {
  params: { devId: name, name, avatar: text, sex: text, birthday: text, height: integer() },
  handle: (cloud, { devId, name: nickName, avatar: avatarUrl, sex, birthday, height }) => {
    const lock = lockFor(scaleHistoryUserAdd, cloud.world, devId)
    const person = { nickName, avatarUrl, sex, birthday, height }
    const { userId } = addDeviceUser(cloud, lock, person, scaleHistoryUserAdd.name)
    return { userId }
  },
})
