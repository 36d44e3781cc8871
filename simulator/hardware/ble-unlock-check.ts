import type { Cloud } from '../cloud'
import type { Lock } from '../world/lock'
import { closeBolt, openRemotely } from '../world/open-bolt'
import { report } from '../world/report'
import { type BleHead, headError, readBleHead, results } from './ble-checks'
import { hex, hexOf } from './hex'

export const BLE_UNLOCK_CHECK = 'ble_unlock_check'
const UNLOCK_CHECK_LENGTH = 19
const OPEN = 1

/** Opens or locks, if the random number is the one that was sent to the lock. */
export const bleUnlockCheck = (cloud: Cloud, lock: Lock, value: unknown): void => {
  const head = readBleHead(value, UNLOCK_CHECK_LENGTH)
  if (head === undefined) return
  const result = results[moveBolt(cloud, lock, head)]
  const timeAndSource = hexOf(head.rest.slice(0, -1))
  report(
    cloud,
    lock,
    BLE_UNLOCK_CHECK,
    `${head.slave}${head.master}${head.random}${hex(head.operation, 1)}${timeAndSource}${hex(result, 1)}`,
  )
}

const moveBolt = (cloud: Cloud, lock: Lock, head: BleHead): keyof typeof results => {
  const { ble: session } = lock
  const expected = session?.randomIsSet === true ? session.random : undefined
  const error = headError(cloud, lock, head, expected)
  if (error !== undefined) return error
  const isOpening = head.operation === OPEN
  cloud.record({
    deviceId: lock.id,
    command: isOpening ? 'unlock' : 'lock',
    action: BLE_UNLOCK_CHECK,
    detail: {},
  })
  const moved = isOpening ? openRemotely(cloud, lock) : closeBolt(cloud, lock)
  return moved ? 'ok' : 'failed'
}
