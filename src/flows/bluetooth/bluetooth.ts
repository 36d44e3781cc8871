import type { Attempt, AttemptControl } from '../shared/attempt'
import { commandLockOf, runExclusive } from '../shared/command-lock'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { bleError } from './ble-error'
import type { BleLink } from './ble-link'
import type { BleStep } from './ble-step'
import type { BleOperation } from './make-instruction'
import { type BleResult, moveBolt } from './move-bolt'

export type BleAttempt = Attempt<BleStep, BleResult>

/** Opens and locks a Bluetooth lock from a phone that is connected to it. */
export interface Bluetooth {
  /**
   * Moves the bolt back, once. A second call over the same link while the first one runs gives the same attempt; while
   * anything else moves this lock, another link, the other way round or from afar, it fails with a LockError `busy`.
   * That holds for all flows over one panel.
   *
   * Fails with a LockError whose reason is a BleReason: then nothing has moved. After the instruction was sent an
   * OutcomeUnknownError is everything that is not certain; it is never sent again. A panel that is closed sends
   * nothing more; an instruction that left is let finish.
   */
  readonly open: (link: BleLink) => BleAttempt
  /** Moves it forward, by the same rules. A panel that has only the older `doorLock.unlockInstruction` cannot. */
  readonly close: (link: BleLink) => BleAttempt
}

export const bluetooth = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): Bluetooth => {
  const lock = lockContext(panel, deviceId, options)
  const door = commandLockOf(panel, deviceId)

  const move = (operation: BleOperation, action: string) => {
    const origin = { action }
    return (link: BleLink): BleAttempt =>
      runExclusive(
        door,
        [action, link],
        (control: AttemptControl<BleStep>) =>
          moveBolt(lock, panel, link, operation, origin, control),
        () => bleError(origin, 'busy'),
      )
  }
  return { open: move('unlock', 'ble.open'), close: move('lock', 'ble.close') }
}
