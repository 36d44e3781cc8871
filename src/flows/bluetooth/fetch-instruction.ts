import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { LockContext, ResultOfCall } from '../shared/lock-context'
import type { BleLink } from './ble-link'
import { NEWER, OLDER } from './channels'
import type { IssuedRandom } from './send-random'

/** What an instruction does with the bolt. */
export type BleOperation = 'unlock' | 'lock'

export type Instruction = ResultOfCall<'doorLock.bleOpenInstruction'>

/** Fetches an instruction for the current serial number of the link. */
export type FetchInstruction = (random: IssuedRandom, options: CallOptions) => Promise<Instruction>

/** The protocol version of the older operation, which has no version parameter (document 001, lines 1692-1743). */
const OLDER_VERSION = 3

/** Throws an UnsupportedError if the panel supports no operation for such an instruction. */
export const instructionFetcher = (
  { deviceId: device_id, call, selectOperation }: LockContext,
  operation: BleOperation,
  link: BleLink,
  { action }: ErrorOrigin,
): FetchInstruction => {
  const { majorVersion: bluetooth_major_version = OLDER_VERSION } = link
  const newer: FetchInstruction = ({ ins: device_random }, options) =>
    call(
      NEWER,
      {
        device_id,
        bluetooth_sn: link.sn,
        device_random,
        open: operation === 'unlock',
        bluetooth_major_version,
      },
      options,
    )
  const older: FetchInstruction = ({ ins: device_random }, options) =>
    call(OLDER, { device_id, bluetooth_sn: link.sn, device_random }, options)
  const supportsOlder = operation === 'unlock' && bluetooth_major_version === OLDER_VERSION
  return selectOperation(action, [
    [NEWER, newer],
    ...(supportsOlder ? ([[OLDER, older]] as const) : []),
  ])
}
