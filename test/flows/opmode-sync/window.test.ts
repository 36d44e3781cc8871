import { describe, expect, it } from 'vitest'
import { opmodeSync } from '../../../src/flows/opmode-sync/opmode-sync'
import { failureOf, pass, settle } from '../support/settle'
import { ASK, atTheLock, fillWith, statesOf } from './at-the-lock'

const askedOf = (steps: readonly string[]) => steps.filter((step) => step === ASK).length
const sentOf = (steps: readonly string[]) => steps.filter((step) => step.startsWith('send')).length

describe('the five-second window', () => {
  it('lets one command through, and its list goes to all who asked meanwhile', async () => {
    const { flow, clock, lock, steps } = atTheLock()
    fillWith(lock, 45)
    const first = flow.syncOpmodes()
    const second = flow.syncOpmodes()
    const third = flow.syncOpmodes(['unlock_card'])
    const lists = await settle(clock, Promise.all([first.done, second.done, third.done]))
    expect(lists).toMatchObject([
      { distributed: true, packets: 3 },
      { distributed: true, packets: 3 },
      { distributed: true, methods: [] },
    ])
    expect(lists[1]).toEqual(lists[0])
    expect([askedOf(steps), sentOf(steps)]).toEqual([1, 1])
  })

  it('returns the pending list to callers while packets arrive', async () => {
    const { flow, clock, lock, steps } = atTheLock()
    fillWith(lock, 45)
    const first = flow.syncOpmodes()
    const states = statesOf(first)
    for (let turn = 0; turn < 100 && states.length < 3; turn++) await pass(clock, 100)
    const second = flow.syncOpmodes(['unlock_fingerprint'])
    expect(await settle(clock, second.done)).toMatchObject({ distributed: true, packets: 3 })
    await settle(clock, first.done)
    expect([askedOf(steps), sentOf(steps)]).toEqual([1, 1])
  })

  it('answers from what is known, once the list is there', async () => {
    const { flow, clock, lock, steps } = atTheLock()
    const first = await settle(clock, flow.syncOpmodes().done)
    lock.opmodes.splice(0, 3)
    const again = await settle(clock, flow.syncOpmodes().done)
    expect(again).toEqual({
      by: 'lock',
      distributed: false,
      methods: expect.arrayContaining([...(('methods' in first && first.methods) || [])]),
    })
    const cards = await settle(clock, flow.syncOpmodes(['unlock_card']).done)
    expect('methods' in cards && cards.methods).toHaveLength(2)
    expect([askedOf(steps), sentOf(steps)]).toEqual([1, 1])
  })

  it('sends no command if another app was first, and then knows only the reported packets', async () => {
    const { flow, clock, simulator, orders, deviceId } = atTheLock()
    const other = simulator.asTransport()
    const elsewhere = { device_id: deviceId, target_standard_dp_codes: '' }
    other
      .send({ action: ASK, family: 'mini-program', params: elsewhere } as never)
      .subscribe({ error: () => {} })
    expect(await settle(clock, flow.syncOpmodes().done)).toEqual({
      by: 'lock',
      distributed: false,
      methods: undefined,
    })
    const known = [{ hardId: 1, type: 'card', memberId: 1, state: 'active' }] as const
    await pass(clock, 100)
    expect(await settle(clock, flow.syncOpmodes([], { known }).done)).toMatchObject({
      methods: known,
    })
    expect(orders()).toEqual(['sync-allowed'])
  })

  it('is one for a lock, however many objects there are of it', async () => {
    const { flow, clock, lock, steps, panel, deviceId, options } = atTheLock()
    fillWith(lock, 45)
    const other = opmodeSync(panel, deviceId, options)
    const [first, second] = [flow.syncOpmodes(), other.syncOpmodes(['unlock_fingerprint'])]
    const lists = await settle(clock, Promise.all([first.done, second.done]))
    expect(lists).toMatchObject([
      { distributed: true, packets: 3 },
      { distributed: true, packets: 3 },
    ])
    expect(await settle(clock, other.syncOpmodes(['unlock_card']).done)).toEqual({
      by: 'lock',
      distributed: false,
      methods: [],
    })
    expect([askedOf(steps), sentOf(steps)]).toEqual([1, 1])
  })

  it('keeps further codes waiting until the last packet, and then for five seconds', async () => {
    const { flow, clock, lock, orders } = atTheLock({ options: { reportTimeoutMs: 20_000 } })
    lock.asleepUntilMs = clock.now() + 12_000
    const cards = flow.syncOpmodes(['unlock_card'])
    await pass(clock, 1_000)
    const fingers = flow.syncOpmodes(['unlock_fingerprint'])
    const lateSteps = statesOf(fingers)
    await pass(clock, 10_000)
    expect(lateSteps).toEqual([{ step: 'requesting' }])
    expect(orders()).toEqual(['sync-allowed'])
    expect(await settle(clock, cards.done)).toMatchObject({ packets: 1 })
    expect(await settle(clock, fingers.done)).toMatchObject({ packets: 1 })
    expect(orders()).toEqual(['sync-allowed', 'sync-allowed'])
  })

  it('merges those who wait, and each gets its own kinds', async () => {
    const { flow, clock, steps } = atTheLock()
    const first = flow.syncOpmodes(['unlock_card'])
    const second = flow.syncOpmodes(['unlock_fingerprint'])
    const third = flow.syncOpmodes(['unlock_password'])
    const lists = await settle(clock, Promise.all([first.done, second.done, third.done]))
    const kinds = lists.map((list) =>
      'methods' in list ? [...new Set(list.methods?.map(({ type }) => type))] : [],
    )
    expect(kinds).toEqual([['card'], ['fingerprint'], ['password']])
    expect([askedOf(steps), sentOf(steps)]).toEqual([2, 2])
  })
})

describe('an answer that is lost', () => {
  it('is asked for again after the window', async () => {
    const { flow, clock, simulator, orders } = atTheLock()
    simulator.faults.next(ASK, 'drop-after')
    const begun = clock.now()
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ distributed: true })
    expect(clock.now() - begun).toBeGreaterThanOrEqual(5_000)
    expect(orders()).toEqual(['sync-allowed', 'sync-allowed'])
  })
})

describe('a synchronisation that is cancelled', () => {
  it('lets go of the window, of its listeners and timers', async () => {
    const { flow, clock, lock, listeners, left } = atTheLock()
    lock.asleepUntilMs = clock.now() + 4_000
    const attempt = flow.syncOpmodes()
    await pass(clock, 1_000)
    expect(listeners.now).toBe(1)
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    expect(listeners.now).toBe(0)
    await pass(clock, 6_000)
    expect(left()).toBe(0)
    // The window is free: the next one is not kept waiting.
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ distributed: true })
  })

  it('leaves the list to others who wait for it', async () => {
    const { flow, clock, lock, steps } = atTheLock()
    fillWith(lock, 45)
    const first = flow.syncOpmodes()
    const second = flow.syncOpmodes()
    await pass(clock, 800)
    first.cancel()
    expect(await failureOf(clock, first.done)).toMatchObject({ kind: 'cancelled' })
    expect(await settle(clock, second.done)).toMatchObject({ packets: 3 })
    expect(sentOf(steps)).toBe(1)
  })

  it('by a listener of its states leaves no timer behind', async () => {
    const { flow, clock, lock, listeners, left } = atTheLock()
    fillWith(lock, 60)
    const attempt = flow.syncOpmodes()
    attempt.state$.subscribe((state) => {
      if (state.step === 'receiving' && state.packets === 1) attempt.cancel()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    expect(listeners.now).toBe(0)
    await pass(clock, 6_000)
    expect(left()).toBe(0)
  })

  it('before the command leaves tells so, and sends none', async () => {
    const { flow, clock, steps, left } = atTheLock()
    const attempt = flow.syncOpmodes()
    attempt.state$.subscribe(({ step }) => {
      if (step === 'receiving') attempt.cancel()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    await pass(clock, 6_000)
    expect([sentOf(steps), left()]).toEqual([0, 0])
  })

  it('before the cloud has answered sends nothing to the lock', async () => {
    const { flow, clock, steps } = atTheLock()
    const attempt = flow.syncOpmodes()
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    await pass(clock, 6_000)
    expect(sentOf(steps)).toBe(0)
  })
})

describe('a panel that is closed', () => {
  it('while the list comes in ends it, with all that listens or waits', async () => {
    const { flow, clock, lock, panel, left } = atTheLock()
    fillWith(lock, 60)
    const attempt = flow.syncOpmodes()
    attempt.state$.subscribe((state) => {
      if (state.step === 'receiving' && state.packets === 1) panel.close()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(left()).toBe(0)
    expect(await failureOf(clock, flow.syncOpmodes().done)).toMatchObject({ kind: 'cancelled' })
    expect(left()).toBe(0)
  })

  it('before the command leaves sends none', async () => {
    const { flow, clock, panel, steps, left } = atTheLock()
    const attempt = flow.syncOpmodes()
    attempt.state$.subscribe(({ step }) => {
      if (step === 'receiving') panel.close()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({ delivery: 'not-sent' })
    expect([sentOf(steps), left()]).toEqual([0, 0])
  })
})
