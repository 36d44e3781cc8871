import type { Action } from '../../../src/core/action'
import type { Cloud } from '../../cloud'
import { acceptsCommand, executeCommand } from '../../hardware/execute-command'
import { runWhenAwake } from '../../hardware/schedule'
import { refuse } from '../../refusal'
import type { DpStatus, Lock } from '../../world/lock'
import { MOTOR, recordControl } from '../../world/record-bolt'

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
    const entry = { action: name, detail: { codes: commands.map(({ code }) => code) } }
    recordControl(cloud, lock, kindOf(commands), entry, () => {
      for (const command of commands) executeCommand(cloud, lock, command)
    })
  })
  return true
}

const kindOf = (commands: readonly DpStatus[]): 'control' | 'unlock' | 'lock' => {
  const motor = commands.find(({ code }) => code === MOTOR)
  if (motor === undefined) return 'control'
  return motor.value === true ? 'unlock' : 'lock'
}
