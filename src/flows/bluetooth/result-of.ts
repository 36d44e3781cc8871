import type { DpValues } from '../../data-points/data-points'
import {
  type BleUnlockCheckReport,
  bleUnlockCheckReport,
} from '../../data-points/raw/ble-unlock-check'
import type { BleOperation, Instruction } from './fetch-instruction'
import type { IssuedRandom } from './send-random'

/** An instruction with its inputs. */
export interface BleCommand {
  readonly operation: BleOperation
  readonly random: IssuedRandom
  readonly instruction: Instruction
  /** When it was requested from the cloud. */
  readonly requestedAtMs: number
}

/** The digits of the random number in a report; document 001 also has a sample with 32 (lines 1764-1770). */
const RANDOM_DIGITS = 16

const reportedRandom = ({ random: { ins } }: BleCommand): string | undefined =>
  ins.length === RANDOM_DIGITS ? ins.toLowerCase() : undefined

const reportedUser = ({ random: { dev_unlock_id } }: BleCommand): string =>
  dev_unlock_id.toLowerCase()

/** The reports of commands with the same key differ only in their time. */
export const reportKeyOf = (command: BleCommand): string =>
  `${reportedUser(command)} ${reportedRandom(command) ?? ''}`

/** The result of a command with this key. A lock that slept may report a result with another random number. */
export const resultOf = (
  command: BleCommand,
  { ble_unlock_check }: DpValues,
): BleUnlockCheckReport | undefined => {
  const read = bleUnlockCheckReport.decode(ble_unlock_check)
  if (read._tag === 'Left') return undefined
  const { right } = read
  const random = reportedRandom(command)
  const matches =
    right.slaveId === reportedUser(command) &&
    right.operation === command.operation &&
    (random === undefined || right.random === random)
  return matches ? right : undefined
}
