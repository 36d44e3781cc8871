import type { Action } from '../../../src/core/action'
import type { Cloud } from '../../cloud'
import { acceptsCommand, executeCommand, MOTOR } from '../../hardware/execute-command'
import { runWhenAwake } from '../../hardware/schedule'
import type { CommandKind } from '../../journal'
import { refuse } from '../../refusal'
import type { DpStatus, Lock } from '../../world/lock'

/** Sends values to data points: all of the list or none. */
export const sendCommands = (
  cloud: Cloud,
  { name }: Pick<Action, 'name'>,
  lock: Lock,
  commands: readonly DpStatus[],
): true => {
  if (commands.length === 0) return refuse('param is empty', 'commands')
  const unsupported = commands.find((command) => !acceptsCommand(lock, command))
  if (unsupported !== undefined) return refuse('command or value not supported', unsupported.code)
  if (!lock.online) return refuse('device is offline')
  runWhenAwake(cloud, lock, () => {
    cloud.record({
      deviceId: lock.id,
      command: kindOf(commands),
      action: name,
      detail: { codes: commands.map(({ code }) => code) },
    })
    for (const command of commands) executeCommand(cloud, lock, command)
  })
  return true
}

const kindOf = (commands: readonly DpStatus[]): CommandKind => {
  const motor = commands.find(({ code }) => code === MOTOR)
  if (motor === undefined) return 'control'
  return motor.value === true ? 'unlock' : 'lock'
}
