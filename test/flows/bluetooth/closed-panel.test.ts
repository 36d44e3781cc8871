import { describe, expect, it } from 'vitest'
import { failureOf, pass, settle } from '../support/settle'
import { atTheGate, CONFIG, MAKE, passUntil, stepsOf } from './at-the-gate'
import { phoneLink } from './phone-link'

const isUnsent = { kind: 'cancelled', delivery: 'not-sent' }

describe('a panel that is closed', () => {
  it.each([
    ['the cloud is asked for the random', CONFIG, 500],
    ['the instruction is made', MAKE, 1_500],
  ])('while %s sends nothing to the lock', async (_, slow, afterMs) => {
    const { ble, stage, clock, simulator, orders } = atTheGate()
    simulator.faults.next(slow, { slowMs: 3_000 })
    const link = phoneLink(stage)
    const { done } = ble.open(link)
    await pass(clock, afterMs)
    stage.panel.close()
    expect(await failureOf(clock, done)).toMatchObject(isUnsent)
    await pass(clock, 20_000)
    expect([link.sent, orders().includes('unlock')]).toEqual([[], false])
    expect(stage.listeners.now + stage.timers.now).toBe(0)
  })

  it('while the lock takes its random ends at once', async () => {
    const { ble, stage, clock, lock } = atTheGate()
    lock.asleepUntilMs = clock.now() + 5_000
    const { done } = ble.open(phoneLink(stage))
    await pass(clock, 1_000)
    stage.panel.close()
    const at = clock.now()
    expect(await failureOf(clock, done)).toMatchObject(isUnsent)
    expect(clock.now()).toBe(at)
    expect(stage.listeners.now + stage.timers.now).toBe(0)
  })

  it.each(['instruction', 'sending'] as const)('at the step %s sends nothing', async (last) => {
    const { ble, stage, clock } = atTheGate()
    const link = phoneLink(stage)
    const attempt = ble.open(link)
    attempt.state$.subscribe(({ step }) => {
      if (step === last) stage.panel.close()
    })
    expect(await failureOf(clock, attempt.done)).toMatchObject(isUnsent)
    expect(link.sent).toEqual([])
  })

  it('before it begins has its error', async () => {
    const { ble, stage, clock } = atTheGate()
    stage.panel.close()
    expect(await failureOf(clock, ble.open(phoneLink(stage)).done)).toMatchObject(isUnsent)
  })

  it('lets an instruction that left be finished, and then leaves nothing', async () => {
    const { ble, stage, clock } = atTheGate()
    const attempt = ble.open(phoneLink(stage))
    await passUntil(clock, stepsOf(attempt), 'waiting')
    stage.panel.close()
    expect(await settle(clock, attempt.done)).toMatchObject({ confirmedBy: 'report' })
    expect(stage.listeners.now + stage.timers.now).toBe(0)
  })
})
