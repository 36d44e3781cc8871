import { deviceControl } from '../../../../actions/mini-program/device/control'
import { listOf } from '../../../checks/composite-values'
import { anything, name } from '../../../checks/values'
import { acceptsCommand, executeCommand } from '../../../hardware/execute-command'
import { runWhenAwake } from '../../../hardware/schedule'
import { refuse } from '../../../refusal'
import type { DpStatus } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { MOTOR, recordControl } from '../../../world/record-bolt'
import { operation } from '../../operation'

export const deviceControlOperation = operation(deviceControl, {
  params: { device_id: name, commands: listOf({ code: name, value: anything }) },
  handle: (cloud, { device_id, commands }) => {
    const lock = lockFor(deviceControl, cloud.world, device_id)
    if (commands.length === 0) return refuse('param is empty', 'commands')
    const unsupported = commands.find((command) => !acceptsCommand(lock, command))
    if (unsupported !== undefined) return refuse('command or value not supported', unsupported.code)
    if (!lock.online) return refuse('device is offline')
    runWhenAwake(cloud, lock, () => {
      const entry = {
        action: deviceControl.name,
        detail: { codes: commands.map(({ code }) => code) },
      }
      recordControl(cloud, lock, commandOf(commands), entry, () => {
        for (const command of commands) executeCommand(cloud, lock, command)
      })
    })
    return true
  },
})

const commandOf = (commands: readonly DpStatus[]): 'control' | 'unlock' | 'lock' => {
  const motor = commands.find(({ code }) => code === MOTOR)
  if (motor === undefined) return 'control'
  return motor.value === true ? 'unlock' : 'lock'
}
