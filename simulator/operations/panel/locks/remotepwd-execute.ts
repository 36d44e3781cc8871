import { remotepwdExecute } from '../../../../actions/panel/locks/remotepwd-execute'
import { boolean, name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'
import { moveBolt } from '../../shared/open-remotely'

export const remotepwdExecuteOperation = operation(remotepwdExecute, {
  params: { devId: name, open: boolean },
  handle: (cloud, { devId, open }) =>
    moveBolt(cloud, remotepwdExecute, lockFor(remotepwdExecute, cloud.world, devId), { open }),
})
