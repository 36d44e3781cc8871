import { EMPTY, NEVER, Observable, of, Subject, throwError } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { DataPoints, DpValues } from '../../src/data-points/data-points'
import { exchange, sendAndListen } from '../../src/data-points/exchange'
import { temporaryPasswordDeleteReport } from '../../src/data-points/raw/temporary-password-delete'
import { marbles } from '../support/marbles'
import { fakeDevice } from './fake-device'
import { dpHosts } from './hosts'

const send = { temporary_password_delete: '02' }
const deletes =
  (sn: number) =>
  (report: DpValues): boolean => {
    const read = temporaryPasswordDeleteReport.decode(report.temporary_password_delete)
    return read._tag === 'Right' && read.right.sn === sn
  }
const reports = {
  a: { temporary_password_delete: '0100' },
  b: { temporary_password_delete: '0200' },
  x: { unlock_fingerprint: 3 },
}

describe('an exchange of data points', () => {
  it('emits only the report that answers the command, then unsubscribes', () => {
    marbles(({ cold, hot, expectObservable, expectSubscriptions, scheduler }) => {
      const reports$ = hot('  --x-a-b-b-', reports)
      const dataPoints: DataPoints = { send: () => cold('-|'), reports$ }
      const answer$ = exchange(dataPoints, {
        send,
        matches: deletes(2),
        timeoutMs: 100,
        clock: scheduler,
      })
      expectObservable(answer$).toBe('------(b|)', reports)
      expectSubscriptions(reports$.subscriptions).toBe('^-----!')
    })
  })

  it('emits a report that arrives before the app confirms the command', () => {
    const early = new Subject<DpValues>()
    const received: DpValues[] = []
    const sends: DataPoints = {
      send: () =>
        new Observable((subscriber) => {
          early.next(reports.b)
          subscriber.complete()
        }),
      reports$: early,
    }
    exchange(sends, { send, matches: deletes(2), timeoutMs: 100 }).subscribe((report) =>
      received.push(report),
    )
    expect(received).toEqual([reports.b])
    expect(early.observed).toBe(false)
  })

  it('times out with an unknown delivery, also when the host never answers', () => {
    marbles(({ expectObservable, scheduler }) => {
      const dataPoints: DataPoints = { send: () => NEVER, reports$: of(reports.a) }
      const answer$ = exchange(dataPoints, {
        send,
        matches: deletes(2),
        timeoutMs: 5,
        clock: scheduler,
      })
      const errors: unknown[] = []
      answer$.subscribe({ error: (error) => errors.push(error) })
      scheduler.schedule(
        () => expect(errors).toMatchObject([{ kind: 'timeout', afterMs: 5, delivery: 'unknown' }]),
        6,
      )
      expectObservable(
        new Observable((s) => answer$.subscribe({ error: () => s.complete() })),
      ).toBe('-----|')
    })
  })

  it('fails immediately when the command cannot be sent, and unsubscribes', () => {
    const reports$ = new Subject<DpValues>()
    const errors: unknown[] = []
    const dataPoints: DataPoints = { send: () => throwError(() => 'refused'), reports$ }
    exchange(dataPoints, { send, matches: () => true, timeoutMs: 100 }).subscribe({
      error: (error) => errors.push(error),
    })
    expect(errors).toEqual(['refused'])
    expect(reports$.observed).toBe(false)
  })

  it('fails with the error that `matches` throws, and unsubscribes', () => {
    const reports$ = new Subject<DpValues>()
    const errors: unknown[] = []
    const matches = () => {
      throw new RangeError('odd report')
    }
    exchange({ send: () => EMPTY, reports$ }, { send, matches, timeoutMs: 100 }).subscribe({
      error: (error) => errors.push(error),
    })
    reports$.next(reports.a)
    expect(errors).toMatchObject([{ message: 'odd report' }])
    expect(reports$.observed).toBe(false)
  })

  it('sends nothing before the first subscription, and removes its listener after the last unsubscribe', () => {
    const device = fakeDevice()
    const host = dpHosts.ty?.(device)
    if (host === undefined) expect.fail('no host')
    const pageEvents = host.addPageListener()
    const answer$ = exchange(host.dataPoints, { send, matches: deletes(2), timeoutMs: 100 })
    expect(device.received).toEqual([])
    answer$.subscribe().unsubscribe()
    expect(device.received).toHaveLength(1)
    expect(host.listenerCount()).toBe(1)
    device.reports$.next({ 52: '0200' })
    expect(pageEvents).toHaveLength(1)
  })
})

describe('sendAndListen', () => {
  it('emits every report after the subscription, and does not complete by itself', () => {
    marbles(({ cold, hot, expectObservable }) => {
      const dataPoints: DataPoints = { send: () => cold('--|'), reports$: hot('-a-b-x-', reports) }
      expectObservable(sendAndListen(dataPoints, send)).toBe('-a-b-x-', reports)
    })
  })
})
