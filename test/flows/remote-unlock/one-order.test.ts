import { describe, expect, it } from 'vitest'
import { allActions } from '../../../actions'
import { seed } from '../../../simulator'
import { createPanel } from '../../../src/core/panel/create-panel'
import { lock } from '../../../src/flows/lock'
import { remoteUnlock } from '../../../src/flows/remote-unlock/remote-unlock'
import { failureOf, outcomeOf, pass, settle } from '../support/settle'
import { START_MS } from '../support/stage'
import { atDoor, ordersOf, stepsOf } from './door'

const { frontDoor, gardenGate } = seed.locks
const wanted = { lock: frontDoor, families: ['mini-program'], dataPoints: true } as const

describe('while an order is under way', () => {
  it('a double tap is one wish', async () => {
    const stage = atDoor(wanted)
    stage.simulator.faults.next('doorLock.passwordTicket', { slowMs: 1_000 })
    const first = stage.door.unlock()
    expect(stage.door.unlock()).toBe(first)
    await pass(stage.clock, 500)
    expect(stage.door.unlock()).toBe(first)
    await settle(stage.clock, first.done)
    expect(ordersOf(stage)).toEqual(['unlock'])
  })

  it('letting in who asks is a wish of its own: it minds other things than an unlock', async () => {
    const stage = atDoor(wanted)
    for (const [one, other] of [
      ['unlock', 'accept'],
      ['accept', 'unlock'],
    ] as const) {
      const first = stage.door[one]()
      expect(stage.door[one]()).toBe(first)
      expect(await failureOf(stage.clock, stage.door[other]().done)).toMatchObject({
        action: `remoteUnlock.${other}`,
        reason: 'busy',
      })
      await settle(stage.clock, first.done)
    }
    expect(ordersOf(stage)).toEqual(['unlock', 'unlock'])
  })

  it('it is one for all flows over the panel', async () => {
    const stage = atDoor(wanted)
    const { panel, deviceId, options, clock } = stage
    const first = stage.door.unlock()
    const whole = lock(panel, deviceId, options)
    expect(whole.unlock()).toBe(first)
    expect(remoteUnlock({ ...panel }, deviceId, options).unlock()).toBe(first)
    expect(await failureOf(clock, whole.lock().done)).toMatchObject({ reason: 'busy' })
    await settle(clock, first.done)
    expect(ordersOf(stage)).toEqual(['unlock'])
  })

  it('another lock and another panel are free', async () => {
    const stage = atDoor(wanted)
    const { panel, simulator, clock, options } = stage
    const other = createPanel({
      actions: allActions,
      transport: simulator.asTransport(),
      scheduler: clock.scheduler,
    })
    const attempts = [
      stage.door.unlock(),
      remoteUnlock(other, stage.deviceId, options).unlock(),
      remoteUnlock(panel, gardenGate.id, { ...options, type: 'ble' }).unlock(),
    ]
    expect(new Set(attempts).size).toBe(3)
    for (const { done } of attempts) await outcomeOf(clock, done)
    expect(ordersOf(stage)).toHaveLength(3)
  })

  it('the opposite order fails at once, and sends nothing', async () => {
    const stage = atDoor(wanted)
    const opening = stage.door.unlock()
    const locking = stage.door.lock()
    expect(stepsOf(locking)).toEqual([])
    expect(await failureOf(stage.clock, locking.done)).toMatchObject({
      kind: 'lock',
      action: 'remoteUnlock.lock',
      reason: 'busy',
    })
    await settle(stage.clock, opening.done)
    expect(ordersOf(stage)).toEqual(['unlock'])
  })

  it('and the next one may follow as soon as the end is told', async () => {
    const stage = atDoor(wanted)
    const opening = stage.door.unlock()
    let locking: ReturnType<typeof stage.door.lock> | undefined
    opening.state$.subscribe(({ step }) => {
      if (step === 'done') locking = stage.door.lock()
    })
    await settle(stage.clock, opening.done)
    if (locking === undefined) throw new Error('it was not told')
    await settle(stage.clock, locking.done)
    expect(ordersOf(stage)).toEqual(['unlock', 'lock'])
  })
})

describe('cancelling', () => {
  const cancelAt = async (wish: string) => {
    const stage = atDoor({ ...wanted, dataPoints: false })
    const attempt = stage.door.unlock()
    attempt.state$.subscribe(({ step }) => {
      if (step === wish) attempt.cancel()
    })
    const error = await failureOf(stage.clock, attempt.done)
    await pass(stage.clock, 60_000)
    return { stage, error }
  }

  it.each(['checking', 'ticket', 'sending'])(
    'at "%s" keeps the order from leaving',
    async (step) => {
      const { stage, error } = await cancelAt(step)
      expect(error).toMatchObject({ kind: 'cancelled', delivery: 'not-sent' })
      expect(stage.steps).not.toContain('doorLock.passwordFreeOpen')
      expect(ordersOf(stage)).toEqual([])
      expect(stage.timers.now).toBe(0)
    },
  )

  it('at "waiting" recalls nothing, and locks nothing', async () => {
    const { stage, error } = await cancelAt('waiting')
    expect(error).toMatchObject({
      kind: 'cancelled',
      action: 'remoteUnlock.unlock',
      delivery: 'unknown',
    })
    expect(ordersOf(stage)).toEqual(['unlock'])
    expect([stage.timers.now, stage.listeners.now]).toEqual([0, 0])
  })

  it('while the order is on its way says that it may be carried out', async () => {
    const stage = atDoor({ ...wanted, dataPoints: false })
    stage.simulator.faults.next('doorLock.passwordFreeOpen', 'slow')
    const attempt = stage.door.unlock()
    await pass(stage.clock, 1_000)
    attempt.cancel()
    expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(ordersOf(stage)).toEqual(['unlock'])
  })

  it('makes room at once, and the cancelled order never leaves', async () => {
    const stage = atDoor(wanted)
    const first = stage.door.unlock()
    first.cancel()
    const second = stage.door.unlock()
    expect(second).not.toBe(first)
    expect(stage.door.unlock()).toBe(second)
    expect(await failureOf(stage.clock, first.done)).toMatchObject({ delivery: 'not-sent' })
    await settle(stage.clock, second.done)
    expect(ordersOf(stage)).toEqual(['unlock'])
    first.cancel()
    second.cancel()
    await expect(second.done).resolves.toMatchObject({ reportedBy: 'data-points' })
  })
})

it('ends in time: an order that has not left by then never leaves', async () => {
  const stage = atDoor(wanted)
  stage.simulator.faults.always('doorLock.passwordTicket', { slowMs: 9_000 })
  const startMs = stage.clock.now()
  expect(await failureOf(stage.clock, stage.door.unlock({ timeoutMs: 4_000 }).done)).toMatchObject({
    kind: 'timeout',
    delivery: 'not-sent',
    afterMs: 4_000,
  })
  expect(stage.clock.now() - startMs).toBe(4_000)
  expect(stage.timers.now).toBe(0)
  await pass(stage.clock, 60_000)
  expect(ordersOf(stage)).toEqual([])
  expect(stage.timers.now).toBe(0)
})

it('sends nothing any more once its time is over', async () => {
  const stage = atDoor(wanted)
  stage.simulator.faults.always('doorLock.passwordTicket', 'drop-before')
  await failureOf(stage.clock, stage.door.unlock({ timeoutMs: 100 }).done)
  const sent = stage.steps.length
  expect(stage.timers.now).toBe(0)
  await pass(stage.clock, 60_000)
  expect(stage.steps).toHaveLength(sent)
})

it('ends with the panel while it looks at the bolt', async () => {
  const stage = atDoor({ ...wanted, dataPoints: false })
  stage.lock.jammed = true
  const attempt = stage.door.unlock()
  await pass(stage.clock, 500)
  stage.panel.close()
  expect(await failureOf(stage.clock, attempt.done)).toMatchObject({
    kind: 'cancelled',
    action: 'remoteUnlock.unlock',
    delivery: 'unknown',
  })
  expect(stage.clock.now() - START_MS).toBeLessThanOrEqual(1_000)
  expect([stage.listeners.now, stage.timers.now]).toEqual([0, 0])
})
