import { describe, expect, it } from 'vitest'
import { failureOf, pass, settle } from '../support/settle'
import { atTheGate, CONFIG, MAKE, stepsOf } from './at-the-gate'
import { phoneLink } from './phone-link'

describe('two wishes at a time', () => {
  it('are one, where they are the same', async () => {
    const { ble, stage, clock, orders } = atTheGate()
    const link = phoneLink(stage)
    const first = ble.open(link)
    expect(ble.open(link)).toBe(first)
    await settle(clock, first.done)
    expect(orders()).toEqual(['make-instruction', 'unlock'])
    expect(ble.open(link)).not.toBe(first)
  })

  it('are one too many, where they differ or go over another link', async () => {
    const { ble, stage, clock, orders } = atTheGate()
    const link = phoneLink(stage)
    const first = ble.open(link)
    for (const other of [ble.close(link), ble.open(phoneLink(stage))])
      expect(await failureOf(clock, other.done)).toMatchObject({ kind: 'lock', reason: 'busy' })
    await settle(clock, first.done)
    expect(orders()).toEqual(['make-instruction', 'unlock'])
    await settle(clock, ble.close(link).done)
    expect(orders().at(-1)).toBe('lock')
  })

  it('are free to follow each other after a failure', async () => {
    const { ble, stage, clock, lock } = atTheGate()
    const link = phoneLink(stage)
    lock.online = false
    await failureOf(clock, ble.open(link).done)
    lock.online = true
    expect(await settle(clock, ble.open(link).done)).toMatchObject({ operation: 'unlock' })
  })
})

describe('an attempt that is cancelled', () => {
  it.each([
    ['while the cloud is asked', CONFIG, 500],
    ['while the instruction is made', MAKE, 1_500],
  ])('%s has moved nothing, and frees the lock at once', async (_, slow, afterMs) => {
    const { ble, stage, clock, simulator, orders } = atTheGate()
    simulator.faults.next(slow, { slowMs: 3_000 })
    const link = phoneLink(stage)
    const attempt = ble.open(link)
    await pass(clock, afterMs)
    attempt.cancel()
    const again = ble.open(link)
    expect(again).not.toBe(attempt)
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'not-sent',
    })
    await settle(clock, again.done)
    expect(orders().filter((order) => order === 'unlock')).toHaveLength(1)
    expect(stage.listeners.now + stage.timers.now).toBe(0)
  })

  it('while the lock takes its random has moved nothing', async () => {
    const { ble, stage, clock, lock, orders } = atTheGate()
    lock.asleepUntilMs = clock.now() + 5_000
    const attempt = ble.open(phoneLink(stage))
    await pass(clock, 1_000)
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({ delivery: 'not-sent' })
    await pass(clock, 10_000)
    expect(orders()).toEqual([])
    expect(stage.listeners.now + stage.timers.now).toBe(0)
  })

  it('after the instruction left says that it may be carried out', async () => {
    const { ble, stage, clock } = atTheGate()
    const link = phoneLink(stage)
    const attempt = ble.open(link)
    const steps = stepsOf(attempt)
    for (let turn = 0; turn < 100 && !steps.includes('waiting'); turn++) await pass(clock, 20)
    attempt.cancel()
    expect(await failureOf(clock, attempt.done)).toMatchObject({
      kind: 'cancelled',
      delivery: 'unknown',
    })
    expect(stage.listeners.now + stage.timers.now).toBe(0)
    expect(steps.at(-1)).toBe('failed')
  })

  it('twice, or after its end, is nothing more', async () => {
    const { ble, stage, clock } = atTheGate()
    const attempt = ble.open(phoneLink(stage))
    await settle(clock, attempt.done)
    const next = ble.close(phoneLink(stage))
    attempt.cancel()
    attempt.cancel()
    expect(await settle(clock, next.done)).toMatchObject({ operation: 'lock' })
  })
})
