import { Observable, type Unsubscribable } from 'rxjs'
import { LockError } from '../../core/errors/lock-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { TimeoutError } from '../../core/errors/timeout-error'
import type { DataPoints, DpValues } from '../../data-points/data-points'
import { sendAndListen } from '../../data-points/exchange'
import {
  type SyncedMethod,
  type SynchMethodReport,
  synchMethodReport,
} from '../../data-points/raw/synch-method'
import { linkFailure } from '../shared/link-failure'
import type { LockContext } from '../shared/lock-context'
import type { MethodKind } from './kinds'

/** `packets-missing`: the lock reported more packets than arrived. */
export type SyncReason = 'packets-missing'

/** The received part of a lock's list. */
export interface Received {
  readonly packets: number
  readonly methods: readonly SyncedMethod[]
  readonly isComplete: boolean
}

export interface SyncCommand {
  readonly ins: string
  /** The requested kinds. */
  readonly kinds: readonly MethodKind[]
}

/**
 * Sends the command and collects the packets, which may arrive in any order and more than once, also after the end packet.
 * Emits the received part after each new packet. The lock has `reportTimeoutMs` for each packet.
 */
export const collect = (
  { clock, reportTimeoutMs }: LockContext,
  dataPoints: DataPoints,
  { ins, kinds }: SyncCommand,
  origin: ErrorOrigin,
): Observable<Received> =>
  new Observable((subscriber) => {
    const packets = new Map<number, readonly SyncedMethod[]>()
    let total: number | undefined
    let isOtherCommand = false
    let timer: Unsubscribable | undefined

    const failTimedOut = () =>
      subscriber.error(
        total === undefined
          ? new TimeoutError(origin, reportTimeoutMs, 'unknown')
          : missing(origin, packets.size, total),
      )
    const restartTimer = () => {
      timer?.unsubscribe()
      timer = clock.schedule(failTimedOut, reportTimeoutMs)
    }
    /** False for a packet without new data. */
    const addReport = (report: SynchMethodReport): boolean => {
      if (report.kind === 'packet') {
        // A packet with other kinds, and the end packet after it, answer an older command that the lock received late.
        isOtherCommand ||= report.methods.some(({ type }) => !kinds.includes(type))
        if (isOtherCommand || packets.has(report.number)) return false
        packets.set(report.number, report.methods)
        return true
      }
      if (!isOtherCommand) total = report.packets
      const isNew = !isOtherCommand
      isOtherCommand = false
      return isNew
    }
    const onReport = (dps: DpValues) => {
      const report = readReport(dps)
      if (report === undefined || !addReport(report)) return
      const isComplete = total !== undefined && packets.size >= total
      subscriber.next({ packets: packets.size, methods: inOrder(packets), isComplete })
      if (isComplete) subscriber.complete()
      // The subscriber may have unsubscribed.
      else if (!subscriber.closed) restartTimer()
    }
    restartTimer()
    subscriber.add(() => timer?.unsubscribe())
    subscriber.add(
      sendAndListen(dataPoints, { synch_method: ins }).subscribe({
        next: onReport,
        error: (error: unknown) => subscriber.error(linkFailure(error, origin)),
      }),
    )
  })

const readReport = ({ synch_method }: DpValues): SynchMethodReport | undefined => {
  const read = synchMethodReport.decode(synch_method)
  return read._tag === 'Right' ? read.right : undefined
}

const inOrder = (packets: ReadonlyMap<number, readonly SyncedMethod[]>): readonly SyncedMethod[] =>
  [...packets]
    .sort(([one], [other]) => one - other)
    .reduce<readonly SyncedMethod[]>((all, [, methods]) => all.concat(methods), [])

const missing = (origin: ErrorOrigin, received: number, total: number): LockError<SyncReason> =>
  new LockError(
    origin,
    'packets-missing',
    `The lock sent ${total} packets, but ${received} arrived: move closer to the lock and synchronise again.`,
  )
