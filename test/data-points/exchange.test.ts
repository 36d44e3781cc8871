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
  it('gives the one report that answers the command, and stops listening', () => {
    marbles(({ cold, hot, expectObservable, expectSubscriptions, scheduler }) => {
      const reports$ = hot('  --x-a-b-b-', reports)
      const dataPoints: DataPoints = { send: () => cold('-|'), reports$ }
      const given = exchange(dataPoints, { send, matches: deletes(2), timeoutMs: 100, scheduler })
      expectObservable(given).toBe('------(b|)', reports)
      expectSubscriptions(reports$.subscriptions).toBe('^-----!')
    })
  })

  it('hears a report that comes before the app says that it took the command', () => {
    const early = new Subject<DpValues>()
    const heard: DpValues[] = []
    const sends: DataPoints = {
      send: () =>
        new Observable((subscriber) => {
          early.next(reports.b)
          subscriber.complete()
        }),
      reports$: early,
    }
    exchange(sends, { send, matches: deletes(2), timeoutMs: 100 }).subscribe((report) =>
      heard.push(report),
    )
    expect(heard).toEqual([reports.b])
    expect(early.observed).toBe(false)
  })

  it('ends with a time-out that leaves the outcome open, also where the host says nothing at all', () => {
    marbles(({ expectObservable, scheduler }) => {
      const dataPoints: DataPoints = { send: () => NEVER, reports$: of(reports.a) }
      const given = exchange(dataPoints, { send, matches: deletes(2), timeoutMs: 5, scheduler })
      const errors: unknown[] = []
      given.subscribe({ error: (error) => errors.push(error) })
      scheduler.schedule(
        () => expect(errors).toMatchObject([{ kind: 'timeout', afterMs: 5, delivery: 'unknown' }]),
        6,
      )
      expectObservable(new Observable((s) => given.subscribe({ error: () => s.complete() }))).toBe(
        '-----|',
      )
    })
  })

  it('fails at once when the command cannot be sent, and stops listening', () => {
    const reports$ = new Subject<DpValues>()
    const errors: unknown[] = []
    const dataPoints: DataPoints = { send: () => throwError(() => 'refused'), reports$ }
    exchange(dataPoints, { send, matches: () => true, timeoutMs: 100 }).subscribe({
      error: (error) => errors.push(error),
    })
    expect(errors).toEqual(['refused'])
    expect(reports$.observed).toBe(false)
  })

  it('fails with what `matches` throws, and stops listening', () => {
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

  it('sends nothing before the first subscription, and releases everything after the last unsubscribe', () => {
    const device = fakeDevice()
    const host = dpHosts.ty?.(device)
    if (host === undefined) expect.fail('no host')
    const heard = host.listenBeside()
    const given = exchange(host.dataPoints, { send, matches: deletes(2), timeoutMs: 100 })
    expect(device.received).toEqual([])
    given.subscribe().unsubscribe()
    expect(device.received).toHaveLength(1)
    expect(host.listenerCount()).toBe(1)
    device.reports$.next({ 52: '0200' })
    expect(heard).toHaveLength(1)
  })
})

describe('sending and listening on', () => {
  it('gives every report from then on, and does not end by itself', () => {
    marbles(({ cold, hot, expectObservable }) => {
      const dataPoints: DataPoints = { send: () => cold('--|'), reports$: hot('-a-b-x-', reports) }
      expectObservable(sendAndListen(dataPoints, send)).toBe('-a-b-x-', reports)
    })
  })
})
