import { CancelledError, isCancelledError } from '../../core/errors/cancelled-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { AttemptControl } from '../shared/attempt'
import { firstOf, pause } from '../shared/first-of'
import type { LockContext } from '../shared/lock-context'
import { bleError, errorOfResult } from './ble-error'
import type { BleLink } from './ble-link'
import type { BleStep } from './ble-step'
import { type Delivered, deliver } from './deliver'
import { watchLink } from './link-watch'
import { type BleOperation, instructionMaker } from './make-instruction'
import { type Again, type BleRun, prepare } from './prepare'

export interface BleResult {
  readonly operation: BleOperation
  /** `bolt`: the lock reported no result, and that its bolt is where it was wanted. */
  readonly confirmedBy: Delivered['confirmedBy']
  /** The lock holds records of openings that the cloud has not seen; the app has to fetch them. */
  readonly recordsWaiting: boolean
}

const MOST_TRIES = 3
const PAUSE_MS = 1_000

/** Moves the bolt once: the instruction of every try but the last never left, or was refused by the lock. */
export const moveBolt = async (
  lock: LockContext,
  link: BleLink,
  operation: BleOperation,
  origin: ErrorOrigin,
  { tell, signal }: AttemptControl<BleStep>,
): Promise<BleResult> => {
  const makeInstruction = instructionMaker(lock, operation, link, origin)
  const watch = watchLink(link, signal)
  const run: BleRun = { lock, link, operation, origin, makeInstruction, tell, signal: watch.signal }

  /** Nothing has left for the bolt: the error says so. */
  const throwUnsent = (error: unknown): never => {
    if (watch.isBroken()) throw bleError(origin, 'link-broken')
    throw isCancelledError(error) ? new CancelledError(origin, 'not-sent') : error
  }

  const attempt = async (): Promise<BleResult | Again> => {
    const prepared = await prepare(run).catch(throwUnsent)
    if ('again' in prepared) return prepared
    if (watch.signal.aborted) return throwUnsent(new CancelledError(origin, 'not-sent'))
    tell({ step: 'sending' })
    const { result, confirmedBy } = await firstOf(
      deliver(lock, link, prepared.order, origin, () => tell({ step: 'waiting' })),
      origin,
      signal,
    )
    if (result === 'ok') return { operation, confirmedBy, recordsWaiting: prepared.recordsWaiting }
    const refusal = errorOfResult(origin, result)
    if (result === 'wrong-random') return { again: refusal }
    throw refusal
  }

  try {
    for (let triesLeft = MOST_TRIES - 1; ; triesLeft--) {
      const end = await attempt()
      if (!('again' in end)) return end
      if (triesLeft === 0) throw end.again
      await pause(PAUSE_MS, lock.clock, origin, watch.signal).catch(throwUnsent)
    }
  } finally {
    watch.close()
  }
}
