import { isVendorError } from '../../core/errors/vendor-error'
import { delay } from '../../core/rx/first-value'
import type { LockContext } from '../shared/lock-context'
import { boltIn } from './bolt-state'
import { OPERATE } from './channels'
import type { CheckedLock } from './check-lock'
import type { Run } from './run'
import type { RemoteUnlockResult } from './types'

const ASLEEP = 2312
const EVERY_MS = 10_000

/** Locks that the vendor documents for the route that locks only, or whose commands wait in the cloud otherwise. */
export const prefersOperate = ({ options: { type }, supports }: LockContext): boolean =>
  (type === 'ble-gateway' || type === 'access-control') && supports(OPERATE)

interface Movement extends Pick<CheckedLock, 'bolt'> {
  readonly isOpen: boolean
}

/**
 * Sends a command with a ticket of its own. While a Bluetooth lock sleeps, its gateway does not reach it, and the cloud
 * refuses the command (2312): then sends it again every ten seconds, until the attempt has no time left. If the cloud shows
 * by then that the bolt has moved, nothing more is sent.
 */
export const untilAwake = async (
  { context, origin, report, beforeCommand, remainingMs }: Run,
  { bolt, isOpen }: Movement,
  send: () => Promise<RemoteUnlockResult>,
): Promise<RemoteUnlockResult> => {
  const { call, clock, deviceId: device_id, options, supports } = context
  const isMoved = () =>
    beforeCommand(async ({ signal }) => {
      await delay(EVERY_MS, clock, origin, signal)
      if (bolt !== !isOpen || !supports('device.status')) return false
      const status = await call('device.status', { device_id }, { signal }).catch(() => [])
      return boltIn(status) === isOpen
    })
  for (;;) {
    try {
      return await send()
    } catch (error) {
      const isAsleep = isVendorError(error) && error.code === ASLEEP
      if (!isAsleep || options.type !== 'ble-gateway' || remainingMs() <= EVERY_MS) throw error
      report({ step: 'waking' })
      if (await isMoved()) return { reportedBy: 'status', atMs: clock.now() }
    }
  }
}
