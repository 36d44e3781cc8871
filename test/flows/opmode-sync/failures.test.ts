import { Observable } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, pass, settle } from '../support/settle'
import { answering, atTheLock, fillWith } from './at-the-lock'

const { frontDoor, loft, cellar, office, porch } = seed.locks

describe('a lock that does not answer', () => {
  it('in time has its error, and everything is let go', async () => {
    const { flow, clock, lock, listeners, left } = atTheLock()
    lock.asleepUntilMs = clock.now() + 60_000
    expect(await failureOf(clock, flow.syncOpmodes().done)).toMatchObject({
      kind: 'timeout',
      action: 'syncOpmodes',
      afterMs: 15_000,
    })
    expect(listeners.now).toBe(0)
    await pass(clock, 5_000)
    expect(left()).toBe(0)
  })

  it('while it sleeps is waited for as long as the option says', async () => {
    const { flow, clock, lock } = atTheLock({ options: { reportTimeoutMs: 40_000 } })
    lock.asleepUntilMs = clock.now() + 30_000
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ packets: 1 })
  })

  it('any more after some packets has the same error', async () => {
    const { flow, clock, lock } = atTheLock()
    fillWith(lock, 45)
    const attempt = flow.syncOpmodes()
    attempt.state$.subscribe((state) => {
      if (state.step === 'receiving' && state.packets === 1) lock.online = false
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'timeout' })
  })

  it('may take its time from packet to packet', async () => {
    const { flow, clock, lock } = atTheLock({ options: { reportTimeoutMs: 700 } })
    fillWith(lock, 100)
    // Six reports, 300 ms apart: together longer than the wait for one.
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ packets: 5 })
  })

  it('since it is offline fails at once', async () => {
    const { flow, clock, lock } = atTheLock()
    lock.online = false
    expect(await failureOf(clock, flow.syncOpmodes().done)).toMatchObject({ kind: 'transport' })
  })

  it('since the way to it fails, whatever that says', async () => {
    const { dataPoints } = answering([])
    const send = () =>
      new Observable<never>((subscriber) => subscriber.error(new Error('of the app')))
    const { flow, clock } = atTheLock({ options: { dataPoints: { ...dataPoints, send } } })
    const error = await failureOf(clock, flow.syncOpmodes().done)
    expect(error).toMatchObject({ kind: 'transport', delivery: 'unknown' })
    expect(String(error)).not.toContain('of the app')
  })
})

describe('a lock that the cloud tells by itself', () => {
  it.each([
    ['with a gateway', loft],
    ['that is kept alive', cellar],
    ['with video', porch],
    ['of access control', office],
  ])('%s', async (_, lock) => {
    const { flow, clock, simulator } = atTheLock({
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
    // The window answers for itself; another panel would hear the same of the cloud.
    await pass(clock, 5_000)
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ distributed: true })
  })

  it('is told by the panel where that can', async () => {
    const both = { lock: loft, families: ['mini-program', 'open-api'] as const }
    const near = atTheLock(both)
    expect(await settle(near.clock, near.flow.syncOpmodes().done)).toMatchObject({ by: 'lock' })
    const far = atTheLock({ ...both, dataPoints: false })
    expect(await settle(far.clock, far.flow.syncOpmodes().done)).toMatchObject({ by: 'cloud' })
  })
})

describe('an app written in JavaScript', () => {
  it('may give null for no options', async () => {
    const { flow, clock } = atTheLock()
    expect(await settle(clock, flow.syncOpmodes([], null as never).done)).toMatchObject({
      distributed: true,
    })
  })
})

describe('what is refused before anything leaves', () => {
  it.each([
    ['codes that are none', [['unlock_card,unlock_face']], 'codes'],
    ['codes that are no list', ['unlock_card'], 'codes'],
    ['a code that is a number', [[5]], 'codes'],
    ['no list at all', [null], 'codes'],
    ['a kept list that is none', [[], { known: [null] }], 'options.known'],
    ['a kept list that is a text', [[], { known: 'all' }], 'options.known'],
  ])('%s', async (_, args, path) => {
    const { flow, clock, simulator } = atTheLock()
    const wrong = args as unknown as Parameters<typeof flow.syncOpmodes>
    expect(await failureOf(clock, flow.syncOpmodes(...wrong).done)).toMatchObject({
      kind: 'params',
      issues: [{ path }],
    })
    expect(simulator.requests).toEqual([])
  })

  it.each([
    ['a lock whose data points the panel does not have', { dataPoints: false }],
    ['a lock that has no such thing', { lock: frontDoor }],
  ])('%s', async (_, wanted) => {
    const { flow, clock, simulator } = atTheLock(wanted)
    expect(await failureOf(clock, flow.syncOpmodes().done)).toMatchObject({ kind: 'unsupported' })
    expect(simulator.requests).toEqual([])
  })
})
