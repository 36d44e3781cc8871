import { Observable } from 'rxjs'
import { CancelledError } from '../../core/errors/cancelled-error'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { ResponseError } from '../../core/errors/response-error'
import { isSdkError, type SdkError } from '../../core/errors/sdk-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import { isTransportError, TransportError } from '../../core/errors/transport-error'
import { isUnsupportedError } from '../../core/errors/unsupported-error'
import type { DpValues } from '../../data-points/data-points'
import type { BleUnlockCheckReport } from '../../data-points/raw/ble-unlock-check'
import { remoteNoDpKeyReport } from '../../data-points/raw/remote-no-dp-key'
import { type BleReason, bleError } from './ble-error'
import { instructionLog } from './instruction-log'
import type { BleRun } from './prepare'
import { type BleCommand, reportKeyOf, resultOf } from './result-of'

/** A certain outcome; every other one is an error. */
export type Delivered =
  /** `bolt`: the lock reported the target position of its bolt, but no result that certainly belongs to this instruction. */
  | { readonly result: 'ok'; readonly confirmedBy: 'report' | 'bolt' }
  /** The lock rejected this instruction, and its bolt has not moved. */
  | { readonly result: Refusal }

type Refusal = Extract<BleUnlockCheckReport['result'], BleReason>

export interface DeliveryWatcher {
  /** Called before the instruction is sent: from then on the bolt may move. */
  readonly sent: () => void
  readonly written: () => void
}

/**
 * Sends an instruction once, and emits the lock's result. Cold; must be subscribed once. Reports before the instruction is
 * sent are ignored.
 *
 * Fails with an OutcomeUnknownError if the lock does not report after the instruction was sent, reports a failure after
 * the bolt moved, reports an unknown result, or reports a result that may belong to an older instruction.
 */
export const deliver = (
  { lock, link, origin, signal }: BleRun,
  command: BleCommand,
  { sent, written }: DeliveryWatcher,
): Observable<Delivered> =>
  new Observable((subscriber) => {
    const { operation, instruction, requestedAtMs } = command
    const { clock, reportTimeoutMs } = lock
    const logged = instructionLog(lock, operation, reportKeyOf(command))(requestedAtMs)
    let isSent = false
    let hasMoved = false
    let mayHaveFailed = false

    const end = (delivered: Delivered) => {
      subscriber.next(delivered)
      subscriber.complete()
    }
    const failUnknown = (failure: SdkError) =>
      subscriber.error(new OutcomeUnknownError(origin, failure, undefined))
    const onLost = (failure: SdkError) => {
      if (!isSent) subscriber.error(bleError(origin, 'link-broken'))
      else if (hasMoved && !mayHaveFailed) end({ result: 'ok', confirmedBy: 'bolt' })
      else failUnknown(failure)
    }
    const onBroken = () =>
      onLost(
        new TransportError(origin, { delivery: 'unknown', reason: 'the Bluetooth link broke' }),
      )

    const onResult = (result: BleUnlockCheckReport['result'], isOwn: boolean) => {
      // The bolt has moved as requested, whichever instruction the result belongs to.
      if (result === 'ok') end({ result, confirmedBy: isOwn ? 'report' : 'bolt' })
      // The result of this instruction may still arrive.
      else if (!isOwn) mayHaveFailed = true
      else if (hasMoved || typeof result === 'number') failUnknown(new ResponseError(origin, []))
      else end({ result })
    }
    const onReport = (report: DpValues) => {
      const isOpening = operation === 'unlock'
      hasMoved ||=
        isSent &&
        (report.lock_motor_state === isOpening || (isOpening && isOpenedBy(report, command)))
      const result = resultOf(command, report)
      if (result === undefined) return
      const owner = logged.addResult(result.atMs, clock.now())
      if (owner !== 'old') onResult(result.result, owner === 'own')
    }
    subscriber.add(
      link.dataPoints.reports$.subscribe({ next: onReport, error: onBroken, complete: onBroken }),
    )
    subscriber.add(link.broken$?.subscribe({ next: onBroken, error: onBroken }))
    link.sn = instruction.next_sn
    // The setter of `sn` may have ended the delivery or the attempt.
    if (subscriber.closed) return
    if (signal.aborted) {
      subscriber.error(new CancelledError(origin, 'not-sent'))
      return
    }
    subscriber.add(
      clock.schedule(
        () => onLost(new TimeoutError(origin, reportTimeoutMs, 'unknown')),
        reportTimeoutMs,
      ),
    )
    isSent = true
    logged.markSent()
    sent()
    new Promise((resolve) => resolve(link.send(instruction.instruction))).then(
      () => {
        if (!subscriber.closed) written()
      },
      (error: unknown) => {
        if (isNotSent(error) && !hasMoved) {
          isSent = false
          logged.markNotSent()
        }
        if (isUnsupportedError(error)) return subscriber.error(error)
        onBroken()
      },
    )
  })

/** Some locks report the opening by data point 61, and neither a result nor their bolt. */
const isOpenedBy = (
  { remote_no_dp_key }: DpValues,
  { random: { dev_unlock_id } }: BleCommand,
): boolean => {
  const read = remoteNoDpKeyReport.decode(remote_no_dp_key)
  return (
    read._tag === 'Right' &&
    read.right.result === 'ok' &&
    read.right.memberId === Number.parseInt(dev_unlock_id, 16)
  )
}

const isNotSent = (error: unknown): boolean =>
  isUnsupportedError(error) ||
  (isSdkError(error) && isTransportError(error) && error.delivery === 'not-sent')
