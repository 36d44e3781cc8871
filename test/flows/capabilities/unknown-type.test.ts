import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { lock } from '../../../src/flows/lock'
import { createHarness } from '../support/flow-harness'
import { settle } from '../support/settle'

const { frontDoor, garage } = seed.locks

describe('a lock object without a type', () => {
  it('unlocks, and lets the cloud decide what its lock supports', async () => {
    const { panel, clock, simulator } = createHarness({ lock: garage, families: ['mini-program'] })
    const door = lock(panel, frontDoor.id)
    expect(door.type).toBe('any')
    expect(await settle(clock, door.capabilities())).toMatchObject({ type: 'any' })
    await expect(settle(clock, door.unlock().done)).resolves.toBeDefined()
    expect(simulator.journal.map(({ command }) => command)).toEqual(['unlock'])
    expect(lock(panel, garage.id).supports('doorLock.loglatest')).toBe(true)
  })
})
