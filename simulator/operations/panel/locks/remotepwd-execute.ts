import { remotepwdExecute } from '../../../../actions/panel/locks/remotepwd-execute'
import { boolean, name } from '../../../checks/values'
import { lockFor } from '../../../world/lock-for'
import { moveBolt } from '../../lock-commands/open-remotely'
import { operation } from '../../operation'

export const remotepwdExecuteOperation = operation(remotepwdExecute, {
  params: { devId: name, open: boolean },
  handle: (cloud, { devId, open }) =>
    moveBolt(cloud, remotepwdExecute, lockFor(remotepwdExecute, cloud.world, devId), { open }),
})
