import type { DpValues } from '../../data-points/data-points'
import {
  type BleUnlockCheckReport,
  bleUnlockCheckReport,
} from '../../data-points/raw/ble-unlock-check'
import type { IssuedRandom } from './give-random'
import type { BleOperation, Instruction } from './make-instruction'

/** An instruction that is made, and what it was made of. */
export interface BleOrder {
  readonly operation: BleOperation
  readonly random: IssuedRandom
  readonly made: Instruction
  /** When the cloud was asked for it. */
  readonly askedAtMs: number
}

/** As many digits as a report has room for; document 001 also has a sample with 32 (lines 1764-1770). */
const RANDOM_DIGITS = 16

const reportedRandom = ({ random: { ins } }: BleOrder): string | undefined =>
  ins.length === RANDOM_DIGITS ? ins.toLowerCase() : undefined

const reportedUser = ({ random: { dev_unlock_id } }: BleOrder): string =>
  dev_unlock_id.toLowerCase()

/** Orders of one way with the same mark have reports that look alike, but for the time. */
export const markOf = (order: BleOrder): string =>
  `${reportedUser(order)} ${reportedRandom(order) ?? ''}`

/** A result for such an order: a lock that slept may still report one with another random. */
export const resultOf = (
  order: BleOrder,
  { ble_unlock_check }: DpValues,
): BleUnlockCheckReport | undefined => {
  const read = bleUnlockCheckReport.decode(ble_unlock_check)
  if (read._tag === 'Left') return undefined
  const { right } = read
  const random = reportedRandom(order)
  const isAboutIt =
    right.slaveId === reportedUser(order) &&
    right.operation === order.operation &&
    (random === undefined || right.random === random)
  return isAboutIt ? right : undefined
}
