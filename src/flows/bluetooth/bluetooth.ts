import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { type Attempt, startAttempt } from '../shared/attempt'
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
   * Moves the bolt back, once. A second call over the same link while the first one runs gives the same attempt; over
   * another link, or the other way round, one that fails with a LockError `busy`.
   *
   * Fails with a LockError whose reason is a BleReason: then nothing has moved. After the instruction was sent silence
   * is an OutcomeUnknownError; it is never sent again.
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
  let running: Running | undefined

  const start = (operation: BleOperation, link: BleLink, origin: ErrorOrigin): Running => {
    const attempt: BleAttempt = startAttempt(async (control) => {
      checkLink(link, origin)
      return moveBolt(lock, link, operation, origin, control)
    })
    const free = () => {
      if (running === started) running = undefined
    }
    attempt.done.then(free, free)
    const cancel = () => {
      // At once: whoever connects anew need not wait for the end of the old link.
      free()
      attempt.cancel()
    }
    const started = { operation, link, attempt: { ...attempt, cancel } }
    return started
  }

  const move = (operation: BleOperation, action: string) => (link: BleLink) => {
    const origin = { action }
    running ??= start(operation, link, origin)
    if (running.operation === operation && running.link === link) return running.attempt
    return startAttempt<BleStep, BleResult>(async () => {
      throw bleError(origin, 'busy')
    })
  }
  return { open: move('unlock', 'ble.open'), close: move('lock', 'ble.close') }
}

/** What somebody wants, and what is being done about it. */
interface Running {
  readonly operation: BleOperation
  readonly link: BleLink
  readonly attempt: BleAttempt
}

const checkLink = (link: BleLink | undefined, origin: ErrorOrigin): void => {
  if (!Number.isSafeInteger(link?.sn))
    throw new ParamsError(origin, [{ path: 'link.sn', message: 'expected a whole number' }])
}
