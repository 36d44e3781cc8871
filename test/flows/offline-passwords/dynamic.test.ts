import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, settle } from '../support/settle'
import { createOfflineHarness, MINUTE_MS } from './offline-harness'

const families = ['mini-program'] as const

describe('a dynamic password', () => {
  it.each(['documented', 'sampled'] as const)(
    'opens any number of times within five minutes (%s answers)',
    async (shape) => {
      const { clock, flow, type, lock } = createOfflineHarness({ families, shape })
      const startMs = clock.now()
      const { password, validUntilMs } = await settle(clock, flow.dynamic())
      lock.online = false
      expect(validUntilMs).toBe(startMs + 5 * MINUTE_MS)
      expect([type(password), type(password)]).toEqual(['opened', 'opened'])
      clock.advance(validUntilMs - 1 - clock.now())
      expect(type(password)).toBe('opened')
      clock.advance(5 * MINUTE_MS + 1)
      expect(type(password)).toBe('wrong')
    },
  )

  it('is valid from the moment before its request if the answer is slow', async () => {
    const { clock, flow, simulator, type } = createOfflineHarness({ families })
    clock.advance(4 * MINUTE_MS)
    const startMs = clock.now()
    simulator.faults.next('doorLock.getDynamicPassword', { slowMs: 8_000 })
    const { password, validUntilMs } = await settle(clock, flow.dynamic())
    expect(clock.now()).toBeGreaterThanOrEqual(startMs + 8_000)
    expect(validUntilMs).toBe(startMs + 5 * MINUTE_MS)
    clock.advance(validUntilMs - 1 - clock.now())
    expect(type(password)).toBe('opened')
  })

  it.each([seed.locks.gardenGate, seed.locks.garage])(
    'is supported on $type locks',
    async (lock) => {
      const { clock, flow, type } = createOfflineHarness({ families, lock })
      expect(type((await settle(clock, flow.dynamic())).password)).toBe('opened')
    },
  )

  it('is not supported without the mini-program', async () => {
    const { clock, flow, steps } = createOfflineHarness({ families: ['panel'] })
    expect(await failureOf(clock, flow.dynamic())).toMatchObject({ kind: 'unsupported' })
    expect(steps).toEqual([])
  })
})
