import { describe, expect, it } from 'vitest'
import { START_MS } from '../support/flow-harness'
import { settle } from '../support/settle'
import { createOfflineHarness, HOUR_MS } from './offline-harness'

const LIST = 'tuya.m.device.lock.offlinepwd.list'

describe.each(['documented', 'sampled'] as const)('offline passwords (%s answers)', (shape) => {
  it('are listed by kind, with their windows and without their PINs', async () => {
    const { clock, flow } = createOfflineHarness({ shape })
    const later = { fromMs: START_MS + 2 * HOUR_MS, toMs: START_MS + 60 * HOUR_MS }
    const { id } = await settle(clock, flow.offline({ kind: 'multiple', name: 'Aunt', ...later }))
    const rows = await settle(clock, flow.list('multiple'))
    expect(rows).toEqual([
      {
        id: '200000001',
        kind: 'multiple',
        name: 'Holiday guests',
        window: {
          fromMs: 1_751_328_000_000,
          toMs: 1_893_456_000_000,
          useFirstBeforeMs: 1_751_328_000_000 + 24 * HOUR_MS,
        },
        state: 'in-effect',
      },
      {
        id,
        kind: 'multiple',
        name: 'Aunt',
        window: { ...later, useFirstBeforeMs: later.fromMs + 24 * HOUR_MS },
        // Only the first row of the vendor's sample has it.
        state: shape === 'sampled' ? undefined : 'issued',
      },
    ])
    expect(await settle(clock, flow.list('clear-all'))).toEqual([])
  })

  it('are listed from all pages', async () => {
    const { clock, flow, simulator, steps } = createOfflineHarness({ shape })
    const [guests] = simulator.world.offlinePasswords
    if (guests === undefined) throw new Error('the seed has no offline password')
    const more = Array.from({ length: 119 }, (_, at) => ({
      ...guests,
      id: String(300_000_000 + at),
    }))
    simulator.world.offlinePasswords.push(...more)
    const rows = await settle(clock, flow.list('multiple'))
    expect(new Set(rows.map(({ id }) => id)).size).toBe(120)
    expect(steps).toEqual([LIST, LIST, LIST])
  })

  it('are stored with their new name and phone number after a rename', async () => {
    const { clock, flow, simulator } = createOfflineHarness({ shape })
    await settle(clock, flow.rename('200000001', { name: 'Uncle', phone: '7700900000' }))
    expect(simulator.world.offlinePasswords[0]).toMatchObject({
      name: 'Uncle',
      mobile: '7700900000',
    })
    const [row] = await settle(clock, flow.list('multiple'))
    expect(row?.name).toBe('Uncle')
  })
})
