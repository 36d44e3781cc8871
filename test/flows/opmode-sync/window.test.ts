import { describe, expect, it } from 'vitest'
import { opmodeSync } from '../../../src/flows/opmode-sync/opmode-sync'
import { failureOf, pass, settle } from '../support/settle'
import { fillWith, PERMISSION, statesOf, syncHarness } from './sync-harness'

const requestCountOf = (steps: readonly string[]) =>
  steps.filter((step) => step === PERMISSION).length
const commandCountOf = (steps: readonly string[]) =>
  steps.filter((step) => step.startsWith('send')).length

describe('the five-second window of syncOpmodes', () => {
  it('sends one command and returns its list to all concurrent calls', async () => {
    const { flow, clock, lock, steps } = syncHarness()
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
    expect([requestCountOf(steps), commandCountOf(steps)]).toEqual([1, 1])
  })

  it('returns the pending list to callers while packets arrive', async () => {
    const { flow, clock, lock, steps } = syncHarness()
    fillWith(lock, 45)
    const first = flow.syncOpmodes()
    const states = statesOf(first)
    for (let turn = 0; turn < 100 && states.length < 3; turn++) await pass(clock, 100)
    const second = flow.syncOpmodes(['unlock_fingerprint'])
    expect(await settle(clock, second.done)).toMatchObject({ distributed: true, packets: 3 })
    await settle(clock, first.done)
    expect([requestCountOf(steps), commandCountOf(steps)]).toEqual([1, 1])
  })

  it('returns the known methods after the list is complete', async () => {
    const { flow, clock, lock, steps } = syncHarness()
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
    expect([requestCountOf(steps), commandCountOf(steps)]).toEqual([1, 1])
  })

  it('sends no command if another app synchronised first, and returns only methods known to the caller', async () => {
    const { flow, clock, simulator, commands, deviceId } = syncHarness()
    const other = simulator.asTransport()
    const otherParams = { device_id: deviceId, target_standard_dp_codes: '' }
    other
      .send({ action: PERMISSION, family: 'mini-program', params: otherParams } as never)
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
    expect(commands()).toEqual(['sync-allowed'])
  })

  it('is shared by all flow objects of one lock', async () => {
    const { flow, clock, lock, steps, panel, deviceId, options } = syncHarness()
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
    expect([requestCountOf(steps), commandCountOf(steps)]).toEqual([1, 1])
  })

  it('keeps further codes waiting until the last packet, and then for five seconds', async () => {
    const { flow, clock, lock, commands } = syncHarness({ options: { reportTimeoutMs: 20_000 } })
    lock.asleepUntilMs = clock.now() + 12_000
    const cards = flow.syncOpmodes(['unlock_card'])
    await pass(clock, 1_000)
    const fingers = flow.syncOpmodes(['unlock_fingerprint'])
    const lateSteps = statesOf(fingers)
    await pass(clock, 10_000)
    expect(lateSteps).toEqual([{ step: 'requesting' }])
    expect(commands()).toEqual(['sync-allowed'])
    expect(await settle(clock, cards.done)).toMatchObject({ packets: 1 })
    expect(await settle(clock, fingers.done)).toMatchObject({ packets: 1 })
    expect(commands()).toEqual(['sync-allowed', 'sync-allowed'])
  })

  it('merges waiting calls, and each call gets its own kinds', async () => {
    const { flow, clock, steps } = syncHarness()
    const first = flow.syncOpmodes(['unlock_card'])
    const second = flow.syncOpmodes(['unlock_fingerprint'])
    const third = flow.syncOpmodes(['unlock_password'])
    const lists = await settle(clock, Promise.all([first.done, second.done, third.done]))
    const kinds = lists.map((list) =>
      'methods' in list ? [...new Set(list.methods?.map(({ type }) => type))] : [],
    )
    expect(kinds).toEqual([['card'], ['fingerprint'], ['password']])
    expect([requestCountOf(steps), commandCountOf(steps)]).toEqual([2, 2])
  })
})

describe('syncOpmodes after a lost answer', () => {
  it('sends the request again after the window', async () => {
    const { flow, clock, simulator, commands } = syncHarness()
    simulator.faults.next(PERMISSION, 'drop-after')
    const startMs = clock.now()
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ distributed: true })
    expect(clock.now() - startMs).toBeGreaterThanOrEqual(5_000)
    expect(commands()).toEqual(['sync-allowed', 'sync-allowed'])
  })
})

describe('a cancelled opmode sync', () => {
  it('closes the window, and leaves no subscription or timer', async () => {
    const { flow, clock, lock, listeners, openCount } = syncHarness()
    lock.asleepUntilMs = clock.now() + 4_000
    const attempt = flow.syncOpmodes()
    await pass(clock, 1_000)
    expect(listeners.now).toBe(1)
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    expect(listeners.now).toBe(0)
    await pass(clock, 6_000)
    expect(openCount()).toBe(0)
    // The window is closed: the next call does not wait.
    expect(await settle(clock, flow.syncOpmodes().done)).toMatchObject({ distributed: true })
  })

  it('does not end the list for other calls', async () => {
    const { flow, clock, lock, steps } = syncHarness()
    fillWith(lock, 45)
    const first = flow.syncOpmodes()
    const second = flow.syncOpmodes()
    await pass(clock, 800)
    first.cancel()
    expect(await failureOf(clock, first.done)).toMatchObject({ kind: 'cancelled' })
    expect(await settle(clock, second.done)).toMatchObject({ packets: 3 })
    expect(commandCountOf(steps)).toBe(1)
  })

  it('leaves no timer if a subscriber of state$ cancels it', async () => {
    const { flow, clock, lock, listeners, openCount } = syncHarness()
    fillWith(lock, 60)
    const attempt = flow.syncOpmodes()
    attempt.state$.subscribe((state) => {
      if (state.step === 'receiving' && state.packets === 1) attempt.cancel()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    expect(listeners.now).toBe(0)
    await pass(clock, 6_000)
    expect(openCount()).toBe(0)
  })

  it('fails as not sent, and sends no command, if it is cancelled before the command', async () => {
    const { flow, clock, steps, openCount } = syncHarness()
    const attempt = flow.syncOpmodes()
    attempt.state$.subscribe(({ step }) => {
      if (step === 'receiving') attempt.cancel()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    await pass(clock, 6_000)
    expect([commandCountOf(steps), openCount()]).toEqual([0, 0])
  })

  it('sends no command if it is cancelled before the answer of the cloud', async () => {
    const { flow, clock, steps } = syncHarness()
    const attempt = flow.syncOpmodes()
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ kind: 'cancelled' })
    await pass(clock, 6_000)
    expect(commandCountOf(steps)).toBe(0)
  })
})

describe('closing the panel', () => {
  it('ends an opmode sync while packets arrive, with its subscriptions and timers', async () => {
    const { flow, clock, lock, panel, openCount } = syncHarness()
    fillWith(lock, 60)
    const attempt = flow.syncOpmodes()
    attempt.state$.subscribe((state) => {
      if (state.step === 'receiving' && state.packets === 1) panel.close()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(openCount()).toBe(0)
    expect(await failureOf(clock, flow.syncOpmodes().done)).toMatchObject({ kind: 'cancelled' })
    expect(openCount()).toBe(0)
  })

  it('before the command of an opmode sync prevents the command', async () => {
    const { flow, clock, panel, steps, openCount } = syncHarness()
    const attempt = flow.syncOpmodes()
    attempt.state$.subscribe(({ step }) => {
      if (step === 'receiving') panel.close()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject({ delivery: 'not-sent' })
    expect([commandCountOf(steps), openCount()]).toEqual([0, 0])
  })
})
