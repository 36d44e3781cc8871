import type { Attempt, AttemptControl } from '../shared/attempt'
import { commandLockOf, runExclusive } from '../shared/command-lock'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { bleError } from './ble-error'
import type { BleLink } from './ble-link'
import type { BleSessionAttempt, BleSessionStep } from './ble-session'
import type { BleStep } from './ble-step'
import type { BleOperation } from './fetch-instruction'
import { type BleResult, moveBolt } from './move-bolt'
import { runSession } from './start-session'

/** A running attempt to move the bolt over Bluetooth. */
export type BleAttempt = Attempt<BleStep, BleResult>

/** Unlocks and locks a Bluetooth lock, and starts sessions with it, from a phone that is connected to it. */
export interface Bluetooth {
  /**
   * Unlocks, once: over a link of the app's own Bluetooth stack, or without one over the connection of the vendor's app, with
   * the options `dataPoints` and `lockRandom`. A second call over the same link returns the running attempt. While another
   * command moves this lock (over another link, the opposite command, or a remote unlock), it fails with the LockError reason
   * `busy`. This applies to all flows of one panel.
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
  /**
   * Starts a session with a lock: sends the random number for unlocking, deletes the users who were removed in the cloud, and
   * has the lock report the records that it stored. Over a link of the app's own Bluetooth stack, or without one over the
   * vendor's app, with the options `dataPoints` and `lockSync`. A second call over the same link returns the running attempt.
   * Until it has ended, a command for this lock fails with the LockError reason `busy`; `cancel()` ends it.
   *
   * Each part has its own outcome, and one that failed does not stop the next. Fails only if nothing was sent, or if the
   * attempt is cancelled or the panel closed; all parts can be repeated by another session.
   *
   * @example
   * ```ts
   * const deviceId = seed.locks.gardenGate.id
   * const gate = lock(panel, deviceId, { type: 'ble', clock })
   * const session = await gate.ble.startSession(simulator.asBleLink({ deviceId })).done
   * const isSent = session.random.status === 'done'
   * ```
   */
  readonly startSession: (link?: BleLink) => BleSessionAttempt
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
  const starting = { action: 'ble.startSession' }
  return {
    open: move('unlock', 'ble.open'),
    close: move('lock', 'ble.close'),
    startSession: (link) =>
      runExclusive(
        commandLock,
        [starting.action, link],
        (control: AttemptControl<BleSessionStep>) =>
          runSession(lock, panel, link, starting, control),
        () => bleError(starting, 'busy'),
      ),
  }
}
