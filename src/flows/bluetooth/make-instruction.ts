import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { LockContext, ResultOfCall } from '../shared/lock-context'
import type { BleLink } from './ble-link'

export type BleOperation = 'unlock' | 'lock'

export type Instruction = ResultOfCall<'doorLock.bleOpenInstruction'>

/** Has the cloud make an instruction for the link as it is now. */
export type MakeInstruction = (random: string, options: CallOptions) => Promise<Instruction>

/** The version that the older operation means; it names none, and it only opens (document 001, lines 1692-1743). */
const OLDER_VERSION = 3

/** Throws an UnsupportedError where the panel cannot have such an instruction made. */
export const instructionMaker = (
  { deviceId: device_id, call, selectOperation }: LockContext,
  operation: BleOperation,
  link: BleLink,
  { action }: ErrorOrigin,
): MakeInstruction => {
  const { majorVersion: bluetooth_major_version = OLDER_VERSION } = link
  const newer: MakeInstruction = (device_random, options) =>
    call(
      'doorLock.bleOpenInstruction',
      {
        device_id,
        bluetooth_sn: link.sn,
        device_random,
        open: operation === 'unlock',
        bluetooth_major_version,
      },
      options,
    )
  const older: MakeInstruction = (device_random, options) =>
    call('doorLock.unlockInstruction', { device_id, bluetooth_sn: link.sn, device_random }, options)
  const canBeOlder = operation === 'unlock' && bluetooth_major_version === OLDER_VERSION
  return selectOperation(action, [
    ['doorLock.bleOpenInstruction', newer],
    ...(canBeOlder ? ([['doorLock.unlockInstruction', older]] as const) : []),
  ])
}
