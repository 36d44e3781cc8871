import { from, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createClock, createSimulator, seed } from '../../../simulator'
import type { Issue } from '../../../src/core/errors/issue'
import type { EnrolmentEvent, EnrolmentEvents } from '../../../src/flows/enrolment/enrolment-event'
import { enrolmentEventsOfDataPoints } from '../../../src/flows/enrolment/events-of-data-points'
import { enrolmentEventsOfLockSdk } from '../../../src/flows/enrolment/events-of-lock-sdk'
import { enrolmentEventsOfPushes } from '../../../src/flows/enrolment/events-of-pushes'
import { enrolCommand } from '../../simulator/hardware/panel-at-lock'

const heard = (events$: EnrolmentEvents): readonly unknown[] => {
  const events: unknown[] = []
  events$.subscribe((event) => events.push(event))
  return events
}

describe('the events of data points', () => {
  const reported = (hex: string, onInvalid?: (issues: readonly Issue[]) => void) =>
    heard(
      enrolmentEventsOfDataPoints(
        { reports$: from([{ unlock_method_create: hex }, { alarm_lock: 'pry' }]) },
        { ...(onInvalid !== undefined && { onInvalid }) },
      ),
    )
  const whose = { type: 'fingerprint', lockUserId: 2 }

  it.each([
    ['03000002ff0500', { ...whose, step: 'started', total: 5 }],
    ['03fc0002ff0300', { ...whose, step: 'enrolling', done: 3 }],
    ['03fc0002ff0301', { ...whose, step: 'enrolling', done: 3, mustRepeat: true }],
    ['03ff0002070500', { ...whose, step: 'done', unlockSn: 7 }],
    ['03ff0002ff0500', { ...whose, step: 'done' }],
    ['03fe0002ff0300', { ...whose, step: 'cancelled' }],
    ['03fd0002ff0000', { ...whose, step: 'failed', reason: 'timed-out' }],
    ['03fd0002ff000a', { ...whose, step: 'failed', reason: 'too-simple' }],
    ['03fd0002ff0077', { ...whose, step: 'failed', reason: 'failed' }],
    ['02ff0102030100', { type: 'card', lockUserId: 2, step: 'done', unlockSn: 3 }],
  ])('%s', (hex, event) => {
    expect(reported(hex)).toEqual([event])
  })

  it.each(['f0ff0002070500', '77ff0002070500', '03550002ff0500'])('leave out %s', (hex) => {
    expect(reported(hex)).toEqual([])
  })

  it('say where a report does not fit, and never what it holds', () => {
    const wrong: unknown[] = []
    expect(reported('03fd00', (issues) => wrong.push(...issues))).toEqual([])
    expect(wrong).toEqual([expect.objectContaining({ path: 'memberId' })])
  })
})

describe('the events of pushes', () => {
  const pushed = (...all: readonly object[]) =>
    heard(
      enrolmentEventsOfPushes(
        from(all.map((bizData) => ({ bizCode: 'doorUnlockMethodStatus', devId: 'door', bizData }))),
        { deviceId: 'door' },
      ),
    )

  it('count what is done, where the cloud counts what is left', () => {
    expect(
      pushed(
        { event: 'unlockMethodEntry', operate: 1, raised: true },
        { totalPeriod: 3 },
        { event: 'unlockMethodEntry', period: 2 },
        { event: 'unlockMethodEntry', period: 0, finish: true },
      ),
    ).toEqual([
      { step: 'started' },
      { step: 'started', total: 3 },
      { step: 'enrolling', done: 1, total: 3 },
      { step: 'enrolling', done: 3, total: 3 },
      { step: 'ended' },
    ])
  })

  it('read what stands together in one push', () => {
    expect(
      pushed(
        { event: 'unlockMethodEntry', operate: 1, raised: true, finish: false, period: 4 },
        { event: 'unlockMethodEntry', operate: 2, raised: false, finish: true },
        { event: 'unlockMethodDelete', finish: true },
      ),
    ).toEqual([
      { step: 'started' },
      { step: 'enrolling', done: 1, total: 5 },
      { step: 'cancelled' },
    ])
  })

  it('count from the start with each enrolment', () => {
    expect(
      pushed(
        { totalPeriod: 5 },
        { event: 'unlockMethodEntry', operate: 1, raised: true },
        { event: 'unlockMethodEntry', period: 1 },
      ),
    ).toEqual([
      { step: 'started', total: 5 },
      { step: 'started' },
      { step: 'enrolling', done: 1, total: 2 },
    ])
  })

  it('end and fail as the queue does', () => {
    const queue$ = new Subject<unknown>()
    const told: unknown[] = []
    enrolmentEventsOfPushes(queue$, { deviceId: 'door' }).subscribe({
      error: (error) => told.push(error),
    })
    queue$.error('closed')
    expect(told).toEqual(['closed'])
  })
})

describe('the events of lock-sdk', () => {
  const told = (event: unknown) => {
    const listeners = new Set<(event: unknown) => void>()
    const events: unknown[] = []
    const listening = enrolmentEventsOfLockSdk({
      onAddUnlockMethod: (listener) => listeners.add(listener),
      offAddUnlockMethod: (listener) => listeners.delete(listener),
    }).subscribe((heard) => events.push(heard))
    for (const listener of listeners) listener(event)
    listening.unsubscribe()
    expect(listeners.size).toBe(0)
    return events
  }

  it.each([
    [
      { type: 'finger', lockUserId: 2, stage: 'step', step: 1, total: 3 },
      { type: 'fingerprint', lockUserId: 2, step: 'enrolling', done: 1, total: 3 },
    ],
    [
      { type: 'fingerVein', id: 12, name: 'Vein 1', stage: 'success' },
      { type: 'finger-vein', step: 'done', id: '12', name: 'Vein 1' },
    ],
    [
      { type: 'eye', lockUserId: 2, stage: 'fail', error: { errorCode: 1018, errorMsg: '' } },
      { type: 'eye', lockUserId: 2, step: 'failed', reason: 'full' },
    ],
    [
      { type: 'card', stage: 'fail', error: { errorCode: 1002 } },
      { type: 'card', step: 'failed', reason: 'no-answer' },
    ],
    [
      { type: 'card', stage: 'fail' },
      { type: 'card', step: 'failed', reason: 'failed' },
    ],
  ])('%j', (event, expected) => {
    expect(told(event)).toEqual([expected])
  })

  it.each([undefined, 'step', {}, { type: 'voice', stage: 'step', step: 1 }, { type: 'card' }])(
    'leave out %j',
    (event) => {
      expect(told(event)).toEqual([])
    },
  )
})

describe('all three', () => {
  it('tell of one enrolment in the same words', () => {
    const clock = createClock({ frozen: true })
    const simulator = createSimulator({ clock })
    const { id: deviceId } = seed.locks.gardenGate
    const dataPoints = simulator.asDataPoints({ deviceId })
    const told = [
      heard(enrolmentEventsOfPushes(simulator.pushes$, { deviceId })),
      heard(enrolmentEventsOfDataPoints(dataPoints)),
      heard(enrolmentEventsOfLockSdk(simulator.asLockSdk({ deviceId }))),
    ]
    dataPoints.send(enrolCommand()).subscribe()
    clock.advance(60_000)
    const done = told.map((events) =>
      (events as readonly EnrolmentEvent[]).flatMap((event) =>
        event.step === 'enrolling' ? [event.done] : [],
      ),
    )
    expect(done).toEqual([
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ])
    expect(told.map((events) => events.at(-1))).toEqual([
      { step: 'ended' },
      { type: 'fingerprint', lockUserId: 1, step: 'done', unlockSn: 4 },
      { type: 'fingerprint', step: 'done', id: '400000008', name: 'finger 4' },
    ])
  })
})
