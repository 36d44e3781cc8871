import { Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, pass, settle } from '../support/settle'
import { answering, fillWith, syncHarness } from './sync-harness'

const { frontDoor, loft, cellar, office, porch } = seed.locks

describe('an opmode sync', () => {
  it('fails with a timeout if the lock does not answer, and leaves no timer or subscription', async () => {
    const { flow, clock, lock, listeners, openCount } = syncHarness()
    lock.asleepUntilMs = clock.now() + 60_000
    expect(await failureOf(clock, flow.syncOpmodes().done)).toMatchObject({
      kind: 'timeout',
      action: 'syncOpmodes',
      afterMs: 15_000,
    })
    expect(listeners.now).toBe(0)
    await pass(clock, 5_000)
    expect(openCount()).toBe(0)
  })

  it('waits for a sleeping lock as long as reportTimeoutMs', async () => {
    const { flow, clock, lock } = syncHarness({ options: { reportTimeoutMs: 40_000 } })
    lock.asleepUntilMs = clock.now() + 30_000
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ packets: 1 })
  })

  it('fails with a timeout if the lock stops responding after some packets', async () => {
    const { flow, clock, lock } = syncHarness()
    fillWith(lock, 45)
    const attempt = flow.syncOpmodes()
    attempt.state$.subscribe((state) => {
      if (state.step === 'receiving' && state.packets === 1) lock.online = false
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'timeout' })
  })

  it('applies the time limit to each packet separately', async () => {
    const { flow, clock, lock } = syncHarness({ options: { reportTimeoutMs: 700 } })
    fillWith(lock, 100)
    // Six reports, 300 ms apart: together longer than the limit for one.
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ packets: 5 })
  })

  it('fails at once if the lock is offline', async () => {
    const { flow, clock, lock } = syncHarness()
    lock.online = false
    expect(await failureOf(clock, flow.syncOpmodes().done)).toMatchObject({ kind: 'transport' })
  })

  it('fails with an unknown delivery and without the text of a failed connection', async () => {
    const { dataPoints } = answering([])
    const send = () =>
      new Observable<never>((subscriber) => subscriber.error(new Error('text of the app')))
    const { flow, clock } = syncHarness({ options: { dataPoints: { ...dataPoints, send } } })
    const error = await failureOf(clock, flow.syncOpmodes().done)
    expect(error).toMatchObject({ kind: 'transport', delivery: 'unknown' })
    expect(String(error)).not.toContain('text of the app')
  })
})

describe('an opmode sync by the cloud', () => {
  it.each([
    ['a lock with a gateway', loft],
    ['a keep-alive Wi-Fi lock', cellar],
    ['a video lock', porch],
    ['an access control lock', office],
  ])('is distributed for %s', async (_, lock) => {
    const { flow, clock, simulator } = syncHarness({
      lock,
      families: ['open-api'],
      dataPoints: false,
    })
    const codes = ['unlock_card', 'unlock_fingerprint']
    expect(await settle(clock, flow.syncOpmodes(codes).done)).toEqual({
      by: 'cloud',
      distributed: true,
    })
    expect(simulator.journal).toMatchObject([{ command: 'synchronise', detail: { codes } }])
    // Within the window, the cloud would answer `distributed: false`.
    await pass(clock, 5_000)
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ distributed: true })
  })

  it('is not used if the panel has the data points of the lock', async () => {
    const both = { lock: loft, families: ['mini-program', 'open-api'] as const }
    const withDataPoints = syncHarness(both)
    expect(
      await settle(withDataPoints.clock, withDataPoints.flow.syncOpmodes().done),
    ).toMatchObject({ by: 'lock' })
    const withoutDataPoints = syncHarness({ ...both, dataPoints: false })
    expect(
      await settle(withoutDataPoints.clock, withoutDataPoints.flow.syncOpmodes().done),
    ).toMatchObject({ by: 'cloud' })
  })
})

describe('syncOpmodes called from JavaScript', () => {
  it('accepts null instead of options', async () => {
    const { flow, clock } = syncHarness()
    expect(await settle(clock, flow.syncOpmodes([], null as never).done)).toMatchObject({
      distributed: true,
    })
  })
})

describe('syncOpmodes before a request is sent', () => {
  it.each([
    ['an invalid code', [['unlock_card,unlock_face']], 'codes'],
    ['codes that are not a list', ['unlock_card'], 'codes'],
    ['a code that is a number', [[5]], 'codes'],
    ['codes that are null', [null], 'codes'],
    ['a known list with null', [[], { known: [null] }], 'options.known'],
    ['a known list that is a text', [[], { known: 'all' }], 'options.known'],
  ])('rejects %s', async (_, args, path) => {
    const { flow, clock, simulator } = syncHarness()
    const invalid = args as unknown as Parameters<typeof flow.syncOpmodes>
    expect(await failureOf(clock, flow.syncOpmodes(...invalid).done)).toMatchObject({
      kind: 'params',
      issues: [{ path }],
    })
    expect(simulator.requests).toEqual([])
  })

  it.each([
    ['a Bluetooth lock without the option dataPoints', { dataPoints: false }],
    ['a lock type without synchronisation', { lock: frontDoor }],
  ])('rejects %s', async (_, harnessOptions) => {
    const { flow, clock, simulator } = syncHarness(harnessOptions)
    expect(await failureOf(clock, flow.syncOpmodes().done)).toMatchObject({ kind: 'unsupported' })
    expect(simulator.requests).toEqual([])
  })
})
