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

/** `packets-missing`: the lock said how many packets it sent, and not all of them came. */
export type SyncReason = 'packets-missing'

/** What has come of a lock's list. */
export interface Received {
  readonly packets: number
  readonly methods: readonly SyncedMethod[]
  readonly isComplete: boolean
}

export interface SyncCommand {
  readonly ins: string
  /** What it asks for. */
  readonly kinds: readonly MethodKind[]
}

/**
 * Sends the command and gathers the packets, which may come in any order and more than once, the end before the rest
 * too. Gives what there is after each new packet. The lock may take `reportTimeoutMs` from one to the next.
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
    let hasStrayed = false
    let timer: Unsubscribable | undefined

    const giveUp = () =>
      subscriber.error(
        total === undefined
          ? new TimeoutError(origin, reportTimeoutMs, 'unknown')
          : missing(origin, packets.size, total),
      )
    const waitForMore = () => {
      timer?.unsubscribe()
      timer = clock.schedule(giveUp, reportTimeoutMs)
    }
    /** False for what tells nothing new. */
    const take = (report: SynchMethodReport): boolean => {
      if (report.kind === 'packet') {
        // A packet with other kinds answers an older command, that the lock took late; so does the end after it.
        hasStrayed ||= report.methods.some(({ type }) => !kinds.includes(type))
        if (hasStrayed || packets.has(report.number)) return false
        packets.set(report.number, report.methods)
        return true
      }
      if (!hasStrayed) total = report.packets
      const isNew = !hasStrayed
      hasStrayed = false
      return isNew
    }
    const hear = (dps: DpValues) => {
      const report = readReport(dps)
      if (report === undefined || !take(report)) return
      const isComplete = total !== undefined && packets.size >= total
      subscriber.next({ packets: packets.size, methods: inOrder(packets), isComplete })
      if (isComplete) subscriber.complete()
      // Whoever heard of it may have left.
      else if (!subscriber.closed) waitForMore()
    }
    waitForMore()
    subscriber.add(() => timer?.unsubscribe())
    subscriber.add(
      sendAndListen(dataPoints, { synch_method: ins }).subscribe({
        next: hear,
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

const missing = (origin: ErrorOrigin, came: number, total: number): LockError<SyncReason> =>
  new LockError(
    origin,
    'packets-missing',
    `The lock sent ${total} packets, and ${came} came: synchronise once more, nearer to the lock.`,
  )
