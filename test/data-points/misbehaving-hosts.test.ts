import type { Observable } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dpSchema } from '../../src/data-points/dp-schema'
import { tyDataPoints } from '../../src/data-points/ty-data-points'
import { tySdkDataPoints } from '../../src/data-points/ty-sdk-data-points'
import { enrolmentEventsOfLockSdk } from '../../src/flows/enrolment/events-of-lock-sdk'

type Method = (listener: (event: never) => void) => unknown
const schema = dpSchema([{ code: 'lock_motor_state', id: 47 }])

/** Every host whose events the package listens to. */
const sources: Readonly<Record<string, (on: Method, off: Method) => Observable<unknown>>> = {
  ty: (on: Method, off: Method) =>
    tyDataPoints(
      { device: { publishDps: () => undefined, onDpDataChange: on, offDpDataChange: off } },
      { deviceId: 'door', schema },
    ).reports$,
  TYSdk: (on: Method, off: Method) =>
    tySdkDataPoints({
      device: { putDeviceData: async () => undefined },
      event: { on: (_, listener) => on(listener), off: (_, listener) => off(listener) },
    }).reports$,
  'lock-sdk': (on: Method, off: Method) =>
    enrolmentEventsOfLockSdk({ onAddUnlockMethod: on, offAddUnlockMethod: off }),
}

const escaped: unknown[] = []
const record = (error: unknown) => escaped.push(error)
beforeEach(() => {
  process.on('unhandledRejection', record)
})
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve))
  process.off('unhandledRejection', record)
  expect(escaped.splice(0)).toEqual([])
})

describe.each(Object.entries(sources))('the events of %s', (_, eventsOf) => {
  it.each<[string, Method]>([
    [
      'throws',
      () => {
        throw new Error('host')
      },
    ],
    ['rejects', () => Promise.reject(new Error('host'))],
  ])('can be unsubscribed when the removal of the listener %s', (_how, off) => {
    const subscription = eventsOf(() => undefined, off).subscribe()
    expect(() => subscription.unsubscribe()).not.toThrow()
    expect(subscription.closed).toBe(true)
  })

  it('fail when the host rejects the listener', async () => {
    const failed = new Promise((resolve) => {
      eventsOf(
        () => Promise.reject(new Error('not authorised')),
        () => undefined,
      ).subscribe({ error: resolve })
    })
    expect(await failed).toMatchObject({ message: 'not authorised' })
  })

  it('ignore every event without a report, and throw nothing into the host', () => {
    let emit: (event: never) => void = () => expect.fail('no listener')
    const received: unknown[] = []
    eventsOf(
      (listener) => {
        emit = listener
      },
      () => undefined,
    ).subscribe((event) => received.push(event))
    const events = [undefined, null, '', 1, [], {}, { deviceId: 'door' }]
    const incomplete = [undefined, null, 1, 'x', []].flatMap((value) => [
      { deviceId: 'door', dps: value },
      { type: 'dpData', payload: value },
      { type: 'finger', stage: value },
    ])
    for (const event of [...events, ...incomplete]) expect(() => emit(event as never)).not.toThrow()
    expect(received).toEqual([])
  })
})
