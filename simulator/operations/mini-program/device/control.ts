import { deviceControl } from '../../../../actions/mini-program/device/control'
import { listOf } from '../../../checks/objects'
import { anything, name } from '../../../checks/values'
import { MOTOR, takeCommand, takes } from '../../../hardware/take-command'
import { whenAwake } from '../../../hardware/when-awake'
import type { CommandKind } from '../../../journal'
import { refuse } from '../../../refusal'
import type { DpStatus } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { operation } from '../../operation'

export const deviceControlOperation = operation(deviceControl, {
  params: { device_id: name, commands: listOf({ code: name, value: anything }) },
  handle: (cloud, { device_id, commands }) => {
    const lock = lockFor(deviceControl, cloud.world, device_id)
    if (commands.length === 0) return refuse('param is empty', 'commands')
    const unfit = commands.find((command) => !takes(lock, command))
    if (unfit !== undefined) return refuse('command or value not supported', unfit.code)
    if (!lock.online) return refuse('device is offline')
    whenAwake(cloud, lock, () => {
      cloud.record({
        deviceId: lock.id,
        command: kindOf(commands),
        action: deviceControl.name,
        detail: { codes: commands.map(({ code }) => code) },
      })
      for (const command of commands) takeCommand(cloud, lock, command)
    })
    return true
  },
})

const kindOf = (commands: readonly DpStatus[]): CommandKind => {
  const motor = commands.find(({ code }) => code === MOTOR)
  if (motor === undefined) return 'control'
  return motor.value === true ? 'unlock' : 'lock'
}
