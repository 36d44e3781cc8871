import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, settle } from '../support/settle'
import { MINUTE_MS, offlineStage } from './offline-stage'

const families = ['mini-program'] as const

describe('a dynamic password', () => {
  it.each(['documented', 'sampled'] as const)(
    'opens as often as it is typed within five minutes, %s answers',
    async (shape) => {
      const { clock, flow, type, lock } = offlineStage({ families, shape })
      const beganMs = clock.now()
      const { password, validUntilMs } = await settle(clock, flow.dynamic())
      lock.online = false
      expect(validUntilMs).toBe(beganMs + 5 * MINUTE_MS)
      expect([type(password), type(password)]).toEqual(['opened', 'opened'])
      clock.advance(validUntilMs - 1 - clock.now())
      expect(type(password)).toBe('opened')
      clock.advance(5 * MINUTE_MS + 1)
      expect(type(password)).toBe('wrong')
    },
  )

  it('counts from before its request, however late the answer comes', async () => {
    const { clock, flow, simulator, type } = offlineStage({ families })
    clock.advance(4 * MINUTE_MS)
    const beganMs = clock.now()
    simulator.faults.next('doorLock.getDynamicPassword', { slowMs: 8_000 })
    const { password, validUntilMs } = await settle(clock, flow.dynamic())
    expect(clock.now()).toBeGreaterThanOrEqual(beganMs + 8_000)
    expect(validUntilMs).toBe(beganMs + 5 * MINUTE_MS)
    clock.advance(validUntilMs - 1 - clock.now())
    expect(type(password)).toBe('opened')
  })

  it.each([seed.locks.gardenGate, seed.locks.garage])(
    'there is one for $type locks',
    async (lock) => {
      const { clock, flow, type } = offlineStage({ families, lock })
      expect(type((await settle(clock, flow.dynamic())).password)).toBe('opened')
    },
  )

  it('is of the mini-program', async () => {
    const { clock, flow, steps } = offlineStage({ families: ['panel'] })
    expect(await failureOf(clock, flow.dynamic())).toMatchObject({ kind: 'unsupported' })
    expect(steps).toEqual([])
  })
})
