import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { seed } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import { lock } from '../../../src/flows/lock'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { START_MS } from '../support/flow-harness'
import { failureOf, outcomeOf, pass, settle } from '../support/settle'
import { collectSteps, commandsOf, createDoorHarness } from './door-harness'

const { frontDoor, gardenGate } = seed.locks
const options = { lock: frontDoor, families: ['mini-program'], dataPoints: true } as const

describe('remote unlock while a command is in progress', () => {
  it('returns the same attempt for a double tap', async () => {
    const harness = createDoorHarness(options)
    harness.simulator.faults.next('doorLock.passwordTicket', { slowMs: 1_000 })
    const first = harness.door.unlock()
    expect(harness.door.unlock()).toBe(first)
    await pass(harness.clock, 500)
    expect(harness.door.unlock()).toBe(first)
    await settle(harness.clock, first.done)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })

  it('does not share an attempt between `unlock` and `accept`', async () => {
    const harness = createDoorHarness(options)
    for (const [one, other] of [
      ['unlock', 'accept'],
      ['accept', 'unlock'],
    ] as const) {
      const first = harness.door[one]()
      expect(harness.door[one]()).toBe(first)
      expect(await failureOf(harness.clock, harness.door[other]().done)).toMatchObject({
        action: `remoteUnlock.${other}`,
        reason: 'busy',
      })
      await settle(harness.clock, first.done)
    }
    expect(commandsOf(harness)).toEqual(['unlock', 'unlock'])
  })

  it('shares the attempt across all flows of the panel', async () => {
    const harness = createDoorHarness(options)
    const { panel, deviceId, clock } = harness
    const first = harness.door.unlock()
    const door = lock(panel, deviceId, harness.options)
    expect(door.unlock()).toBe(first)
    expect(remoteUnlock({ ...panel }, deviceId, harness.options).unlock()).toBe(first)
    expect(await failureOf(clock, door.lock().done)).toMatchObject({ reason: 'busy' })
    await settle(clock, first.done)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })

  it('does not block another lock or another panel', async () => {
    const harness = createDoorHarness(options)
    const { panel, simulator, clock } = harness
    const other = createPanel({
      actions: allActions,
      transport: simulator.asTransport(),
      clock,
    })
    const attempts = [
      harness.door.unlock(),
      remoteUnlock(other, harness.deviceId, harness.options).unlock(),
      remoteUnlock(panel, gardenGate.id, { ...harness.options, type: 'ble' }).unlock(),
    ]
    expect(new Set(attempts).size).toBe(3)
    for (const { done } of attempts) await outcomeOf(clock, done)
    expect(commandsOf(harness)).toHaveLength(3)
  })

  it('fails the opposite command at once, and sends nothing for it', async () => {
    const harness = createDoorHarness(options)
    const opening = harness.door.unlock()
    const locking = harness.door.lock()
    expect(collectSteps(locking)).toEqual([])
    expect(await failureOf(harness.clock, locking.done)).toMatchObject({
      kind: 'lock',
      action: 'remoteUnlock.lock',
      reason: 'busy',
    })
    await settle(harness.clock, opening.done)
    expect(commandsOf(harness)).toEqual(['unlock'])
  })

  it('accepts the next command from a subscriber to the final state', async () => {
    const harness = createDoorHarness(options)
    const opening = harness.door.unlock()
    let locking: ReturnType<typeof harness.door.lock> | undefined
    opening.state$.subscribe(({ step }) => {
      if (step === 'done') locking = harness.door.lock()
    })
    await settle(harness.clock, opening.done)
    if (locking === undefined) throw new Error('the final state was not emitted')
    await settle(harness.clock, locking.done)
    expect(commandsOf(harness)).toEqual(['unlock', 'lock'])
  })
})

describe('cancelling a remote unlock', () => {
  const cancelAt = async (cancelStep: string) => {
    const harness = createDoorHarness({ ...options, dataPoints: false })
    const attempt = harness.door.unlock()
    attempt.state$.subscribe(({ step }) => {
      if (step === cancelStep) attempt.cancel()
    })
    const error = await failureOf(harness.clock, attempt.done)
    await pass(harness.clock, 60_000)
    return { harness, error }
  }

  it.each(['checking', 'ticket', 'sending'])('sends no command at the step "%s"', async (step) => {
    const { harness, error } = await cancelAt(step)
    expect(error).toMatchObject({ kind: 'cancelled', delivery: 'not-sent' })
    expect(harness.steps).not.toContain('doorLock.passwordFreeOpen')
    expect(commandsOf(harness)).toEqual([])
    expect(harness.timers.now).toBe(0)
  })

  it('does not recall the command at the step "waiting", and does not lock the door', async () => {
    const { harness, error } = await cancelAt('waiting')
    expect(error).toMatchObject({
      kind: 'cancelled',
      action: 'remoteUnlock.unlock',
      delivery: 'unknown',
    })
    expect(commandsOf(harness)).toEqual(['unlock'])
    expect([harness.timers.now, harness.listeners.now]).toEqual([0, 0])
  })

  it('reports an unknown delivery while the command has no answer', async () => {
    const harness = createDoorHarness({ ...options, dataPoints: false })
    harness.simulator.faults.next('doorLock.passwordFreeOpen', 'slow')
    const attempt = harness.door.unlock()
    await pass(harness.clock, 1_000)
    attempt.cancel()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(commandsOf(harness)).toEqual(['unlock'])
  })

  it('releases the lock at once, and does not send the cancelled command', async () => {
    const harness = createDoorHarness(options)
    const first = harness.door.unlock()
    first.cancel()
    const second = harness.door.unlock()
    expect(second).not.toBe(first)
    expect(harness.door.unlock()).toBe(second)
    expect(await failureOf(harness.clock, first.done)).toMatchObject({ delivery: 'not-sent' })
    await settle(harness.clock, second.done)
    expect(commandsOf(harness)).toEqual(['unlock'])
    first.cancel()
    second.cancel()
    await expect(second.done).resolves.toMatchObject({ reportedBy: 'data-points' })
  })
})

describe('the time limit of a remote unlock', () => {
  it('ends the attempt in time, and a command that was not sent by then is not sent', async () => {
    const harness = createDoorHarness(options)
    harness.simulator.faults.always('doorLock.passwordTicket', { slowMs: 9_000 })
    const startMs = harness.clock.now()
    expect(
      await failureOf(harness.clock, harness.door.unlock({ timeoutMs: 4_000 }).done),
    ).toMatchObject({
      kind: 'timeout',
      delivery: 'not-sent',
      afterMs: 4_000,
    })
    expect(harness.clock.now() - startMs).toBe(4_000)
    expect(harness.timers.now).toBe(0)
    await pass(harness.clock, 60_000)
    expect(commandsOf(harness)).toEqual([])
    expect(harness.timers.now).toBe(0)
  })

  it('also stops the retries before the command', async () => {
    const harness = createDoorHarness(options)
    harness.simulator.faults.always('doorLock.passwordTicket', 'drop-before')
    await failureOf(harness.clock, harness.door.unlock({ timeoutMs: 100 }).done)
    const sent = harness.steps.length
    expect(harness.timers.now).toBe(0)
    await pass(harness.clock, 60_000)
    expect(harness.steps).toHaveLength(sent)
  })
})

describe('a closed panel', () => {
  it('ends a remote unlock while it polls the bolt', async () => {
    const harness = createDoorHarness({ ...options, dataPoints: false })
    harness.lock.jammed = true
    const attempt = harness.door.unlock()
    await pass(harness.clock, 500)
    harness.panel.close()
    expect(await failureOf(harness.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      action: 'remoteUnlock.unlock',
      delivery: 'unknown',
    })
    expect(harness.clock.now() - START_MS).toBeLessThanOrEqual(1_000)
    expect([harness.listeners.now, harness.timers.now]).toEqual([0, 0])
  })
})
