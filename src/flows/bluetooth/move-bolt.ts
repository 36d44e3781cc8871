import { CancelledError } from '../../core/errors/cancelled-error'
import { type ErrorOrigin, isSdkError } from '../../core/errors/sdk-error'
import { delay, firstValue } from '../../core/rx/first-value'
import { asNotSent } from '../shared/as-not-sent'
import type { AttemptControl } from '../shared/attempt'
import { commandLockOf } from '../shared/command-lock'
import type { LockContext } from '../shared/lock-context'
import type { PanelOfLock } from '../shared/lock-options'
import { bleError } from './ble-error'
import type { BleLink } from './ble-link'
import type { BleStep } from './ble-step'
import { checkLink } from './check-link'
import { deliver } from './deliver'
import { watchLink } from './link-watch'
import { type BleOperation, instructionMaker } from './make-instruction'
import { type Again, type BleRun, prepare } from './prepare'

export interface BleResult {
  readonly operation: BleOperation
  /** `bolt`: the lock told that its bolt is where it was wanted, and no result that is certainly of this instruction. */
  readonly confirmedBy: 'report' | 'bolt'
  /** The lock holds records of openings that the cloud has not seen; the app has to fetch them. */
  readonly recordsWaiting: boolean
}

const MOST_TRIES = 3
const PAUSE_MS = 1_000

/** Moves the bolt once: the instruction of every try but the last never left, or was refused by the lock. */
export const moveBolt = async (
  lock: LockContext,
  panel: PanelOfLock,
  link: BleLink,
  operation: BleOperation,
  origin: ErrorOrigin,
  { report, signal }: AttemptControl<BleStep>,
): Promise<BleResult> => {
  const { makeInstruction, watch } = byLink(origin, () => {
    checkLink(link, origin)
    return {
      makeInstruction: instructionMaker(lock, operation, link, origin),
      watch: watchLink(link, panel.events$, signal),
    }
  })
  const door = commandLockOf(panel, lock.deviceId)
  const run: BleRun = {
    lock,
    door,
    link,
    operation,
    origin,
    makeInstruction,
    tell: report,
    signal: watch.signal,
  }

  /** Nothing has left for the bolt: the error says so. */
  const throwUnsent = (error: unknown): never => {
    if (watch.isBroken() || !isSdkError(error)) throw bleError(origin, 'link-broken')
    throw asNotSent(error, origin)
  }

  const attempt = async (): Promise<BleResult | Again> => {
    const prepared = await prepare(run).catch(throwUnsent)
    if ('again' in prepared) return prepared
    const goOn = () => {
      if (watch.signal.aborted) throwUnsent(new CancelledError(origin, 'not-sent'))
    }
    goOn()
    report({ step: 'sending' })
    goOn()
    let hasLeft = false
    const delivery = deliver(run, prepared.order, {
      left: () => {
        hasLeft = true
      },
      written: () => report({ step: 'waiting' }),
    })
    const delivered = await firstValue(delivery, origin, signal).catch((error: unknown) => {
      if (hasLeft) throw error
      return throwUnsent(error)
    })
    if (delivered.result === 'ok')
      return {
        operation,
        confirmedBy: delivered.confirmedBy,
        recordsWaiting: prepared.recordsWaiting,
      }
    const refusal = bleError(origin, delivered.result)
    if (delivered.result === 'wrong-random') return { again: refusal }
    throw refusal
  }

  try {
    for (let triesLeft = MOST_TRIES - 1; ; triesLeft--) {
      const end = await attempt()
      if (!('again' in end)) return end
      if (triesLeft === 0) throw end.again
      await delay(PAUSE_MS, lock.clock, origin, watch.signal).catch(throwUnsent)
    }
  } finally {
    watch.close()
  }
}

/** Of what is called here only the link fails with foreign errors: it is gone, and its words may be anything. */
const byLink = <T>(origin: ErrorOrigin, use: () => T): T => {
  try {
    return use()
  } catch (error) {
    throw isSdkError(error) ? error : bleError(origin, 'link-broken')
  }
}
