import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { report } from '../world/report'
import { type BleHead, headError, readBleHead, results } from './ble-checks'
import { hex, hexOf } from './hex'

export const CHECK_CODE_SET = 'check_code_set'
const CODE_SET_LENGTH = 23
const NO_RANDOM = '0'.repeat(16)
const REMOVE = 1

/** Sets a new random number, or clears the current one. */
export const checkCodeSet = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const head = readBleHead(value, CODE_SET_LENGTH)
  if (head === undefined || lock.ble === undefined) return
  const result = results[setRandom(cloud, lock, head)]
  report(
    cloud,
    lock,
    CHECK_CODE_SET,
    `${head.slave}${head.master}${head.random}${hex(head.operation, 1)}${newMasterOf(head)}${hex(result, 1)}`,
  )
}

const newMasterOf = ({ rest }: BleHead): string => hexOf(rest.slice(0, 2))
const newRandomOf = ({ rest }: BleHead): string => hexOf(rest.slice(2))

const setRandom = (cloud: Cloud, lock: Lock, head: BleHead): keyof typeof results => {
  const { ble: session } = lock
  if (session === undefined) return 'failed'
  const isRemoval = head.operation === REMOVE
  const error = headError(cloud, lock, head, isRemoval ? session.random : NO_RANDOM)
  if (error !== undefined) return error
  if (isRemoval && !session.randomIsSet) return 'not set'
  // Instructions are accepted only with the random number that the cloud issued last.
  session.randomIsSet = !isRemoval && newRandomOf(head) === session.random
  return 'ok'
}
