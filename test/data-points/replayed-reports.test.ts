import { BehaviorSubject, EMPTY, Observable, ReplaySubject, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { DataPoints, DpValues } from '../../src/data-points/data-points'
import { exchange, sendAndListen } from '../../src/data-points/exchange'

const opened = { lock_motor_state: true }
const command = {
  send: opened,
  matches: (report: DpValues) => report.lock_motor_state === true,
  timeoutMs: 1_000,
}

/** Hosts that keep reports for new subscribers, as panels with a store do. */
const replayingHosts: Readonly<Record<string, () => Subject<DpValues>>> = {
  BehaviorSubject: () => new BehaviorSubject<DpValues>(opened),
  ReplaySubject: () => {
    const reports$ = new ReplaySubject<DpValues>()
    reports$.next(opened)
    reports$.next(opened)
    return reports$
  },
}

const dataPointsOver = (reports$: Subject<DpValues>) => {
  const sent: DpValues[] = []
  const dataPoints: DataPoints = {
    reports$,
    send: (dps) =>
      new Observable((subscriber) => {
        sent.push(dps)
        subscriber.complete()
      }),
  }
  return { dataPoints, sent }
}

describe.each(Object.entries(replayingHosts))('a host that replays reports (%s)', (_, create) => {
  it('has its command sent by exchange, and only a later report is the answer', () => {
    const reports$ = create()
    const { dataPoints, sent } = dataPointsOver(reports$)
    const received: DpValues[] = []
    exchange(dataPoints, command).subscribe((report) => received.push(report))
    expect([sent, received]).toEqual([[opened], []])
    reports$.next({ lock_motor_state: false })
    reports$.next({ lock_motor_state: true, later: 1 })
    expect(received).toEqual([{ lock_motor_state: true, later: 1 }])
  })

  it('has its old reports skipped by sendAndListen', () => {
    const reports$ = create()
    const { dataPoints, sent } = dataPointsOver(reports$)
    const received: DpValues[] = []
    sendAndListen(dataPoints, opened).subscribe((report) => received.push(report))
    reports$.next({ later: 2 })
    expect([sent, received]).toEqual([[opened], [{ later: 2 }]])
  })
})

describe('exchange', () => {
  it('fails with the error that matches throws, and unsubscribes from the host', () => {
    const reports$ = new Subject<DpValues>()
    const errors: unknown[] = []
    const failure = new Error('of the app')
    exchange(
      { reports$, send: () => EMPTY },
      {
        ...command,
        matches: () => {
          throw failure
        },
      },
    ).subscribe({ error: (error: unknown) => errors.push(error) })
    reports$.next(opened)
    expect(errors).toEqual([failure])
    expect(reports$.observed).toBe(false)
  })
})
