import { describe, expect, it } from 'vitest'
import { failureOf, pass, settle } from '../support/settle'
import { advanceUntil, CONFIG, collectSteps, createBleHarness, INSTRUCTION } from './ble-harness'
import { createPhoneLink } from './phone-link'

const notSent = { kind: 'cancelled', delivery: 'not-sent' }

describe('a closed panel', () => {
  it.each([
    ['the config is fetched', CONFIG, 500],
    ['the instruction is fetched', INSTRUCTION, 1_500],
  ])(
    'sends nothing to a Bluetooth lock if it is closed while %s',
    async (_, slowAction, afterMs) => {
      const { ble, harness, clock, simulator, commands } = createBleHarness()
      simulator.faults.next(slowAction, { slowMs: 3_000 })
      const link = createPhoneLink(harness)
      const { done } = ble.open(link)
      await pass(clock, afterMs)
      harness.panel.close()
      expect(await failureOf(clock, done)).toMatchObject(notSent)
      await pass(clock, 20_000)
      expect([link.sent, commands().includes('unlock')]).toEqual([[], false])
      expect(harness.listeners.now + harness.timers.now).toBe(0)
    },
  )

  it('ends a Bluetooth attempt at once while the lock confirms the random number', async () => {
    const { ble, harness, clock, lock } = createBleHarness()
    lock.asleepUntilMs = clock.now() + 5_000
    const { done } = ble.open(createPhoneLink(harness))
    await pass(clock, 1_000)
    harness.panel.close()
    const closedAtMs = clock.now()
    expect(await failureOf(clock, done)).toMatchObject(notSent)
    expect(clock.now()).toBe(closedAtMs)
    expect(harness.listeners.now + harness.timers.now).toBe(0)
  })

  it.each(['instruction', 'sending'] as const)(
    'sends no Bluetooth instruction if it is closed at the step "%s"',
    async (last) => {
      const { ble, harness, clock } = createBleHarness()
      const link = createPhoneLink(harness)
      const attempt = ble.open(link)
      attempt.state$.subscribe(({ step }) => {
        if (step === last) harness.panel.close()
      })
      expect(await failureOf(clock, attempt.done)).toMatchObject(notSent)
      expect(link.sent).toEqual([])
    },
  )

  it('cancels a Bluetooth attempt that starts after the close', async () => {
    const { ble, harness, clock } = createBleHarness()
    harness.panel.close()
    expect(await failureOf(clock, ble.open(createPhoneLink(harness)).done)).toMatchObject(notSent)
  })

  it('lets a sent Bluetooth instruction finish, then closes all subscriptions', async () => {
    const { ble, harness, clock } = createBleHarness()
    const attempt = ble.open(createPhoneLink(harness))
    await advanceUntil(clock, collectSteps(attempt), 'waiting')
    harness.panel.close()
    expect(await settle(clock, attempt.done)).toMatchObject({ confirmedBy: 'report' })
    expect(harness.listeners.now + harness.timers.now).toBe(0)
  })
})
