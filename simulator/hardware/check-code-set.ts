import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { report } from '../world/report'
import { type BleHead, readBleHead, results, wrongHead } from './ble-checks'
import { hex, hexOf } from './hex'

export const CHECK_CODE_SET = 'check_code_set'
const LENGTH = 23
const NO_RANDOM = '0'.repeat(16)
const REMOVE = 1

/** Sets a new random number, or clears the current one. */
export const checkCodeSet = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const head = readBleHead(value, LENGTH)
  if (head === undefined || lock.ble === undefined) return
  const result = results[take(cloud, lock, head)]
  report(
    cloud,
    lock,
    CHECK_CODE_SET,
    `${head.slave}${head.master}${head.random}${hex(head.operation, 1)}${newMasterOf(head)}${hex(result, 1)}`,
  )
}

const newMasterOf = ({ rest }: BleHead): string => hexOf(rest.slice(0, 2))
const newRandomOf = ({ rest }: BleHead): string => hexOf(rest.slice(2))

const take = (cloud: Cloud, lock: Lock, head: BleHead): keyof typeof results => {
  const { ble: session } = lock
  if (session === undefined) return 'failed'
  const isRemoval = head.operation === REMOVE
  const wrong = wrongHead(cloud, lock, head, isRemoval ? session.random : NO_RANDOM)
  if (wrong !== undefined) return wrong
  if (isRemoval && !session.randomIsSet) return 'not there'
  // Instructions are accepted only with the random number that the cloud issued last.
  session.randomIsSet = !isRemoval && newRandomOf(head) === session.random
  return 'ok'
}
