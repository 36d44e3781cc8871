import { CancelledError } from '../../core/errors/cancelled-error'
import { type ErrorOrigin, isSdkError } from '../../core/errors/sdk-error'
import { delay, firstValue } from '../../core/rx/first-value'
import { asNotSent } from '../shared/as-not-sent'
import type { AttemptControl } from '../shared/attempt'
import type { LockContext } from '../shared/lock-context'
import type { PanelOfLock } from '../shared/lock-options'
import { bleError } from './ble-error'
import type { BleLink } from './ble-link'
import type { BleStep } from './ble-step'
import { checkLink } from './check-link'
import { deliver } from './deliver'
import { type BleOperation, instructionFetcher } from './fetch-instruction'
import { hostLink } from './host-link'
import { watchLink } from './link-watch'
import { type BleRun, prepare, type StartOver } from './prepare'

/** The result of a successful attempt over Bluetooth. */
export interface BleResult {
  /** What the attempt did with the bolt. */
  readonly operation: BleOperation
  /** `bolt`: the lock reported the target position of its bolt, but no result that certainly belongs to this instruction. */
  readonly confirmedBy: 'report' | 'bolt'
  /** The lock has records of openings that are not in the cloud: `startSession` fetches them. */
  readonly recordsWaiting: boolean
}

const MAX_INSTRUCTIONS = 3
const RETRY_DELAY_MS = 1_000

/** Moves the bolt once: every instruction except the last was not sent, or was rejected by the lock. */
export const moveBolt = async (
  lock: LockContext,
  panel: PanelOfLock,
  givenLink: BleLink | undefined,
  operation: BleOperation,
  origin: ErrorOrigin,
  { report, signal }: AttemptControl<BleStep>,
): Promise<BleResult> => {
  const { watch, ...connection } = callLink(origin, () => {
    const connection =
      givenLink === undefined
        ? hostLink(lock, operation, origin)
        : phoneLink(lock, operation, givenLink, origin)
    return { ...connection, watch: watchLink(connection.link, panel.events$, signal) }
  })
  const run: BleRun = {
    ...connection,
    lock,
    operation,
    origin,
    report,
    signal: watch.signal,
  }

  /** Reports a failure before the instruction was sent. */
  const throwUnsent = (error: unknown): never => {
    if (watch.isBroken() || !isSdkError(error)) throw bleError(origin, 'link-broken')
    throw asNotSent(error, origin)
  }

  const attempt = async (): Promise<BleResult | StartOver> => {
    const prepared = await prepare(run).catch(throwUnsent)
    if ('startOver' in prepared) return prepared
    const throwIfEnded = () => {
      if (watch.signal.aborted) throwUnsent(new CancelledError(origin, 'not-sent'))
    }
    throwIfEnded()
    report({ step: 'sending' })
    throwIfEnded()
    let isSent = false
    const delivery = deliver(run, prepared.command, {
      sent: () => {
        isSent = true
      },
      written: () => report({ step: 'waiting' }),
    })
    const delivered = await firstValue(delivery, origin, signal).catch((error: unknown) => {
      if (isSent) throw error
      return throwUnsent(error)
    })
    if (delivered.result === 'ok')
      return {
        operation,
        confirmedBy: delivered.confirmedBy,
        recordsWaiting: prepared.recordsWaiting,
      }
    const refusal = bleError(origin, delivered.result)
    if (delivered.result === 'wrong-random') return { startOver: refusal }
    throw refusal
  }

  try {
    for (let remaining = MAX_INSTRUCTIONS - 1; ; remaining--) {
      const end = await attempt()
      if (!('startOver' in end)) return end
      if (remaining === 0) throw end.startOver
      await delay(RETRY_DELAY_MS, lock.clock, origin, watch.signal).catch(throwUnsent)
    }
  } finally {
    watch.close()
  }
}

/** A connection of the app's own Bluetooth stack, whose instructions are made by the cloud. */
const phoneLink = (
  lock: LockContext,
  operation: BleOperation,
  link: BleLink,
  origin: ErrorOrigin,
): Pick<BleRun, 'link' | 'fetchConfig' | 'fetchInstruction'> => {
  checkLink(link, origin)
  return {
    link,
    fetchConfig: (options) =>
      lock.call('doorLock.getIssuedConfig', { device_id: lock.deviceId }, options),
    fetchInstruction: instructionFetcher(lock, operation, link, origin),
  }
}

/** Only the link throws third-party errors here; their messages may contain anything, so they are replaced. */
const callLink = <T>(origin: ErrorOrigin, use: () => T): T => {
  try {
    return use()
  } catch (error) {
    throw isSdkError(error) ? error : bleError(origin, 'link-broken')
  }
}
