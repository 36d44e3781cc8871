import type { Attempt, AttemptControl } from '../shared/attempt'
import { commandLockOf, runExclusive } from '../shared/command-lock'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { bleError } from './ble-error'
import type { BleLink } from './ble-link'
import type { BleStep } from './ble-step'
import type { BleOperation } from './fetch-instruction'
import { type BleResult, moveBolt } from './move-bolt'

export type BleAttempt = Attempt<BleStep, BleResult>

/** Unlocks and locks a Bluetooth lock from a phone that is connected to it. */
export interface Bluetooth {
  /**
   * Unlocks, once: over a link of the app's own Bluetooth stack, or without one over the connection of the vendor's app, with
   * the options `dataPoints` and `lockRandom`. A second call over the same link returns the running attempt. While another command moves this lock
   * (over another link, the opposite command, or a remote unlock), it fails with the LockError reason `busy`. This applies
   * to all flows of one panel.
   *
   * Fails with a LockError whose reason is a BleReason; the bolt has not moved then. After the instruction was sent, every
   * uncertain outcome is an OutcomeUnknownError, and the instruction is never resent. A closed panel sends nothing more; an
   * instruction that was already sent may finish.
   *
   * @example
   * ```ts
   * const deviceId = seed.locks.gardenGate.id
   * const gate = lock(panel, deviceId, { type: 'ble', clock })
   * const { confirmedBy } = await gate.ble.open(simulator.asBleLink({ deviceId })).done
   * ```
   */
  readonly open: (link?: BleLink) => BleAttempt
  /**
   * Locks, by the same rules. Not supported by a panel that has only the older `doorLock.unlockInstruction`.
   *
   * @example
   * ```ts
   * const deviceId = seed.locks.gardenGate.id
   * const gate = lock(panel, deviceId, { type: 'ble', clock })
   * const { operation } = await gate.ble.close(simulator.asBleLink({ deviceId })).done
   * ```
   */
  readonly close: (link?: BleLink) => BleAttempt
}

/**
 * The Bluetooth flow of one lock.
 *
 * @example
 * ```ts
 * const options = { type: 'ble', clock } as const
 * const { open, close } = bluetooth(panel, seed.locks.gardenGate.id, options)
 * ```
 */
export const bluetooth = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): Bluetooth => {
  const lock = lockContext(panel, deviceId, options)
  const commandLock = commandLockOf(lock)

  const move = (operation: BleOperation, action: string) => {
    const origin = { action }
    return (link?: BleLink): BleAttempt =>
      runExclusive(
        commandLock,
        [action, link],
        (control: AttemptControl<BleStep>) =>
          moveBolt(lock, panel, link, operation, origin, control),
        () => bleError(origin, 'busy'),
      )
  }
  return { open: move('unlock', 'ble.open'), close: move('lock', 'ble.close') }
}
