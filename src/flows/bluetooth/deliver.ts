import { Observable } from 'rxjs'
import { CancelledError } from '../../core/errors/cancelled-error'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { ResponseError } from '../../core/errors/response-error'
import { isSdkError, type SdkError } from '../../core/errors/sdk-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import { isTransportError, TransportError } from '../../core/errors/transport-error'
import type { DpValues } from '../../data-points/data-points'
import type { BleUnlockCheckReport } from '../../data-points/raw/ble-unlock-check'
import { type BleReason, bleError } from './ble-error'
import { instructionLog } from './instruction-log'
import type { BleRun } from './prepare'
import { type BleOrder, markOf, resultOf } from './result-of'

/** What is certain; everything else is an error. */
export type Delivered =
  /** `bolt`: the lock told that its bolt is where it was wanted, and no result that is certainly of this instruction. */
  | { readonly result: 'ok'; readonly confirmedBy: 'report' | 'bolt' }
  /** The lock refused this very instruction, and its bolt has not moved. */
  | { readonly result: Refusal }

type Refusal = Extract<BleUnlockCheckReport['result'], BleReason>

export interface DeliveryWatcher {
  /** Called before it leaves: from then on the bolt may move. */
  readonly left: () => void
  readonly written: () => void
}

/**
 * Sends an instruction once, and gives what the lock reports of it. Cold; must be subscribed to once. What is reported
 * before it leaves belongs to the past.
 *
 * An OutcomeUnknownError is silence after it left, a failure after the bolt moved, a result without a name, or one that
 * may be of an older instruction.
 */
export const deliver = (
  { lock: { clock, reportTimeoutMs }, door, link, origin, signal }: BleRun,
  order: BleOrder,
  { left, written }: DeliveryWatcher,
): Observable<Delivered> =>
  new Observable((subscriber) => {
    const { operation, made, askedAtMs } = order
    const logged = instructionLog(door, operation, markOf(order))(askedAtMs)
    let isSent = false
    let hasMoved = false
    let mayHaveFailed = false

    const end = (delivered: Delivered) => {
      subscriber.next(delivered)
      subscriber.complete()
    }
    const leaveOpen = (because: SdkError) =>
      subscriber.error(new OutcomeUnknownError(origin, because, undefined))
    const lose = (because: SdkError) => {
      if (!isSent) subscriber.error(bleError(origin, 'link-broken'))
      else if (hasMoved && !mayHaveFailed) end({ result: 'ok', confirmedBy: 'bolt' })
      else leaveOpen(because)
    }
    const breakOff = () =>
      lose(new TransportError(origin, { delivery: 'unknown', reason: 'the Bluetooth link broke' }))

    const take = (result: BleUnlockCheckReport['result'], isOwn: boolean) => {
      // Whichever instruction it was: the lock has moved its bolt as wanted, and tells so now.
      if (result === 'ok') end({ result, confirmedBy: isOwn ? 'report' : 'bolt' })
      // Its own result may still come.
      else if (!isOwn) mayHaveFailed = true
      else if (hasMoved || typeof result === 'number') leaveOpen(new ResponseError(origin, []))
      else end({ result })
    }
    const hear = (report: DpValues) => {
      hasMoved ||= isSent && report.lock_motor_state === (operation === 'unlock')
      const told = resultOf(order, report)
      if (told === undefined) return
      const whose = logged.hear(told.at, clock.now())
      if (whose !== 'old') take(told.result, whose === 'own')
    }
    subscriber.add(
      link.dataPoints.reports$.subscribe({ next: hear, error: breakOff, complete: breakOff }),
    )
    subscriber.add(link.broken$?.subscribe({ next: breakOff, error: breakOff }))
    link.sn = made.next_sn
    // A stack may have ended it in between: this one, or the whole attempt.
    if (subscriber.closed) return
    if (signal.aborted) {
      subscriber.error(new CancelledError(origin, 'not-sent'))
      return
    }
    subscriber.add(
      clock.schedule(
        () => lose(new TimeoutError(origin, reportTimeoutMs, 'unknown')),
        reportTimeoutMs,
      ),
    )
    isSent = true
    logged.leave()
    left()
    new Promise((resolve) => resolve(link.send(made.instruction))).then(
      () => {
        if (!subscriber.closed) written()
      },
      (error: unknown) => {
        if (isNotSent(error) && !hasMoved) {
          isSent = false
          logged.takeBack()
        }
        breakOff()
      },
    )
  })

const isNotSent = (error: unknown): boolean =>
  isSdkError(error) && isTransportError(error) && error.delivery === 'not-sent'
