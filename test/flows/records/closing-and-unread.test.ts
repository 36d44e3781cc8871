import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { START_MS } from '../support/flow-harness'
import { settle } from '../support/settle'
import { recordHarness, short } from './record-harness'

const lock = seed.locks.frontDoor

describe('a record of the category close_record', () => {
  it.each(['lock_record', 'unlock_phone_remote', 'automatic'])(
    'has the kind closing, and is no opening and no operation: %s',
    async (type) => {
      const harness = recordHarness({ lock, families: ['mini-program'] })
      harness.log({ category: 'close_record', type, value: '1' })
      const closings = await harness.all({ kinds: ['closing'] })
      expect(closings.map(short)).toEqual([expect.stringContaining(`${START_MS} closing ${type}`)])
      for (const kind of ['opening', 'operation'] as const)
        expect(await harness.all({ kinds: [kind], fromMs: START_MS })).toEqual([])
    },
  )
})

describe('unreadRecords()', () => {
  it('returns the count of the newest log entry, or that of the panel API', async () => {
    for (const [families, unread] of [
      [['mini-program'], 3],
      [['panel'], 2],
    ] as const) {
      const { clock, unreadRecords } = recordHarness({ lock, families })
      expect(await settle(clock, unreadRecords())).toBe(unread)
    }
  })

  it('returns 0 for a lock without records, and sends nothing if no operation counts them', async () => {
    const harness = recordHarness({ lock, families: ['mini-program'] })
    harness.simulator.world.log.length = 0
    expect(await settle(harness.clock, harness.unreadRecords())).toBe(0)
    const zigbee = recordHarness({ lock: seed.locks.garage, families: ['mini-program'] })
    await expect(zigbee.unreadRecords()).rejects.toMatchObject({ kind: 'unsupported' })
    expect(zigbee.steps).toEqual([])
  })
})
