import { Observable } from 'rxjs'
import { OutcomeUnknownError } from '../../core/errors/outcome-unknown-error'
import { type ErrorOrigin, isSdkError, type SdkError } from '../../core/errors/sdk-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import { isTransportError, TransportError } from '../../core/errors/transport-error'
import type { DpValues } from '../../data-points/data-points'
import {
  type BleUnlockCheckReport,
  bleUnlockCheckReport,
} from '../../data-points/raw/ble-unlock-check'
import type { LockContext } from '../shared/lock-context'
import { bleError } from './ble-error'
import type { BleLink } from './ble-link'
import type { IssuedRandom } from './give-random'
import type { BleOperation, Instruction } from './make-instruction'

export interface BleOrder {
  readonly operation: BleOperation
  readonly random: IssuedRandom
  readonly made: Instruction
}

export interface Delivered {
  readonly result: BleUnlockCheckReport['result']
  /** `bolt`: the lock reported no result, and that its bolt is where it was wanted. */
  readonly confirmedBy: 'report' | 'bolt'
}

/**
 * Sends an instruction once, and gives what the lock reports of it. Cold; must be subscribed to once.
 *
 * Silence after it left is an OutcomeUnknownError, unless the bolt itself told that it moved.
 */
export const deliver = (
  { clock, reportTimeoutMs }: LockContext,
  link: BleLink,
  order: BleOrder,
  origin: ErrorOrigin,
  whenSent: () => void,
): Observable<Delivered> =>
  new Observable((subscriber) => {
    let isSent = false
    let hasMoved = false
    const end = (delivered: Delivered) => {
      subscriber.next(delivered)
      subscriber.complete()
    }
    const lose = (because: SdkError) => {
      if (!isSent) subscriber.error(bleError(origin, 'link-broken'))
      else if (hasMoved) end({ result: 'ok', confirmedBy: 'bolt' })
      else subscriber.error(new OutcomeUnknownError(origin, because, undefined))
    }
    const breakOff = () =>
      lose(new TransportError(origin, { delivery: 'unknown', reason: 'the Bluetooth link broke' }))

    const hear = (report: DpValues) => {
      const result = resultFor(order, report)
      if (result !== undefined) end({ result, confirmedBy: 'report' })
      else if (report.lock_motor_state === (order.operation === 'unlock')) hasMoved = true
    }
    subscriber.add(
      link.dataPoints.reports$.subscribe({ next: hear, error: breakOff, complete: breakOff }),
    )
    subscriber.add(link.broken$?.subscribe({ next: breakOff, error: breakOff }))
    if (subscriber.closed) return
    subscriber.add(
      clock.schedule(
        () => lose(new TimeoutError(origin, reportTimeoutMs, 'unknown')),
        reportTimeoutMs,
      ),
    )
    const { instruction, next_sn } = order.made
    isSent = true
    link.sn = next_sn
    new Promise((resolve) => resolve(link.send(instruction))).then(
      () => {
        if (!subscriber.closed) whenSent()
      },
      (error: unknown) => {
        isSent = !isNotSent(error)
        breakOff()
      },
    )
  })

const isNotSent = (error: unknown): boolean =>
  isSdkError(error) && isTransportError(error) && error.delivery === 'not-sent'

/** As many digits as a report has room for; document 001 also has a sample with 32 (lines 1764-1770). */
const RANDOM_DIGITS = 16

/** The result for this very order: a lock that slept may still report an older one. */
const resultFor = (
  { operation, random: { dev_unlock_id, ins } }: BleOrder,
  { ble_unlock_check }: DpValues,
): Delivered['result'] | undefined => {
  const read = bleUnlockCheckReport.decode(ble_unlock_check)
  if (read._tag === 'Left') return undefined
  const { right } = read
  const isAboutIt =
    right.slaveId === dev_unlock_id.toLowerCase() &&
    right.operation === operation &&
    (ins.length !== RANDOM_DIGITS || right.random === ins.toLowerCase())
  return isAboutIt ? right.result : undefined
}
