import { deviceControl } from '../../../../actions/mini-program/device/control'
import { listOf } from '../../../checks/objects'
import { anything, name } from '../../../checks/values'
import type { Cloud } from '../../../cloud'
import type { OrderKind } from '../../../journal'
import { refuse } from '../../../refusal'
import { setRandomCommand, unlockIdOf } from '../../../world/ble-commands'
import type { DpStatus, Lock } from '../../../world/lock'
import { lockFor } from '../../../world/lock-for'
import { closeBolt, openRemotely } from '../../../world/open-bolt'
import { report } from '../../../world/report'
import { operation } from '../../operation'

const MOTOR = 'lock_motor_state'
/** What a lock reports, and takes from nobody. */
const reportedOnly = /^(residual_electricity|alarm_lock|hijack|unlock_.+)$/

export const deviceControlOperation = operation(deviceControl, {
  params: { device_id: name, commands: listOf({ code: name, value: anything }) },
  handle: (cloud, { device_id, commands }) => {
    const lock = lockFor(deviceControl, cloud.world, device_id)
    if (commands.length === 0) return refuse('param is empty', 'commands')
    for (const command of commands) checkCommand(command, lock)
    if (!lock.online) return refuse('device is offline')
    cloud.record({
      deviceId: lock.id,
      order: kindOf(commands),
      action: deviceControl.name,
      detail: { codes: commands.map(({ code }) => code) },
    })
    for (const command of commands) carryOut(command, cloud, lock)
    return true
  },
})

const checkCommand = ({ code, value }: DpStatus, { dpIds }: Lock) => {
  const isKnown = Object.hasOwn(dpIds, code) && !reportedOnly.test(code)
  if (!isKnown || (code === MOTOR && typeof value !== 'boolean'))
    refuse('command or value not supported', code)
}

const kindOf = (commands: readonly DpStatus[]): OrderKind => {
  const motor = commands.find(({ code }) => code === MOTOR)
  if (motor === undefined) return 'control'
  return motor.value === true ? 'unlock' : 'lock'
}

const carryOut = ({ code, value }: DpStatus, cloud: Cloud, lock: Lock) => {
  if (code !== MOTOR) report(cloud, lock, code, value)
  else if (value === true) openRemotely(cloud, lock)
  else closeBolt(cloud, lock)
  const { ble } = lock
  if (code === 'check_code_set' && ble?.random !== undefined)
    ble.randomIsSet = value === setRandomCommand(unlockIdOf(cloud, lock), ble.random)
}
