import { from, Subject } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createClock, createSimulator, seed } from '../../../simulator'
import type { Issue } from '../../../src/core/errors/issue'
import type { EnrolmentEvent, EnrolmentEvents } from '../../../src/flows/enrolment/enrolment-event'
import { enrolmentEventsOfDataPoints } from '../../../src/flows/enrolment/events-of-data-points'
import { enrolmentEventsOfLockSdk } from '../../../src/flows/enrolment/events-of-lock-sdk'
import { enrolmentEventsOfPushes } from '../../../src/flows/enrolment/events-of-pushes'
import { enrolCommand } from '../../simulator/hardware/panel-at-lock'

const collect = (events$: EnrolmentEvents): readonly unknown[] => {
  const events: unknown[] = []
  events$.subscribe((event) => events.push(event))
  return events
}

describe('the events of data points', () => {
  const reported = (hex: string, onInvalid?: (issues: readonly Issue[]) => void) =>
    collect(
      enrolmentEventsOfDataPoints(
        { reports$: from([{ unlock_method_create: hex }, { alarm_lock: 'pry' }]) },
        { ...(onInvalid !== undefined && { onInvalid }) },
      ),
    )
  const user = { type: 'fingerprint', lockUserId: 2 }

  it.each([
    ['03000002ff0500', { ...user, step: 'started', total: 5 }],
    ['03fc0002ff0300', { ...user, step: 'enrolling', done: 3 }],
    ['03fc0002ff0301', { ...user, step: 'enrolling', done: 3, mustRepeat: true }],
    ['03ff0002070500', { ...user, step: 'done', unlockSn: 7 }],
    ['03ff0002ff0500', { ...user, step: 'done' }],
    ['03fe0002ff0300', { ...user, step: 'cancelled' }],
    ['03fd0002ff0000', { ...user, step: 'failed', reason: 'timed-out' }],
    ['03fd0002ff000a', { ...user, step: 'failed', reason: 'too-simple' }],
    ['03fd0002ff0077', { ...user, step: 'failed', reason: 'failed' }],
    ['02ff0102030100', { type: 'card', lockUserId: 2, step: 'done', unlockSn: 3 }],
  ])('decode the report %s', (hex, event) => {
    expect(reported(hex)).toEqual([event])
  })

  it.each(['f0ff0002070500', '77ff0002070500', '03550002ff0500'])('ignore the report %s', (hex) => {
    expect(reported(hex)).toEqual([])
  })

  it('report the path of an invalid field, but not its value', () => {
    const reportedIssues: unknown[] = []
    expect(reported('03fd00', (issues) => reportedIssues.push(...issues))).toEqual([])
    expect(reportedIssues).toEqual([expect.objectContaining({ path: 'memberId' })])
  })
})

describe('the events of pushes', () => {
  const pushed = (...all: readonly object[]) =>
    collect(
      enrolmentEventsOfPushes(
        from(all.map((bizData) => ({ bizCode: 'doorUnlockMethodStatus', devId: 'door', bizData }))),
        { deviceId: 'door' },
      ),
    )

  it('count the completed steps, although the cloud counts the remaining ones', () => {
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

  it('contain every step of a push with several fields', () => {
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

  it('restart the count with each enrolment', () => {
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

  it('fail with the error of the queue', () => {
    const queue$ = new Subject<unknown>()
    const errors: unknown[] = []
    enrolmentEventsOfPushes(queue$, { deviceId: 'door' }).subscribe({
      error: (error) => errors.push(error),
    })
    queue$.error('closed')
    expect(errors).toEqual(['closed'])
  })
})

describe('the events of lock-sdk', () => {
  const decoded = (event: unknown) => {
    const listeners = new Set<(event: unknown) => void>()
    const events: unknown[] = []
    const subscription = enrolmentEventsOfLockSdk({
      onAddUnlockMethod: (listener) => listeners.add(listener),
      offAddUnlockMethod: (listener) => listeners.delete(listener),
    }).subscribe((emitted) => events.push(emitted))
    for (const listener of listeners) listener(event)
    subscription.unsubscribe()
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
  ])('decode %j', (event, expected) => {
    expect(decoded(event)).toEqual([expected])
  })

  it.each([undefined, 'step', {}, { type: 'voice', stage: 'step', step: 1 }, { type: 'card' }])(
    'ignore %j',
    (event) => {
      expect(decoded(event)).toEqual([])
    },
  )
})

describe('the events of all three sources', () => {
  it('have the same steps for one enrolment', () => {
    const clock = createClock({ frozen: true })
    const simulator = createSimulator({ clock })
    const { id: deviceId } = seed.locks.gardenGate
    const dataPoints = simulator.asDataPoints({ deviceId })
    const eventLists = [
      collect(enrolmentEventsOfPushes(simulator.pushes$, { deviceId })),
      collect(enrolmentEventsOfDataPoints(dataPoints)),
      collect(enrolmentEventsOfLockSdk(simulator.asLockSdk({ deviceId }))),
    ]
    dataPoints.send(enrolCommand()).subscribe()
    clock.advance(60_000)
    const done = eventLists.map((events) =>
      (events as readonly EnrolmentEvent[]).flatMap((event) =>
        event.step === 'enrolling' ? [event.done] : [],
      ),
    )
    expect(done).toEqual([
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
    ])
    expect(eventLists.map((events) => events.at(-1))).toEqual([
      { step: 'ended' },
      { type: 'fingerprint', lockUserId: 1, step: 'done', unlockSn: 4 },
      { type: 'fingerprint', step: 'done', id: '400000008', name: 'finger 4' },
    ])
  })
})
