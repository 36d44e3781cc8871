import { describe, expect, it } from 'vitest'
import { type Lock, seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { DELETE, PANEL_RENAME, RENAME } from '../../../src/flows/methods/channels'
import { failureOf, settle } from '../support/settle'
import { methodHarness } from './method-harness'

const { frontDoor, garage, office } = seed.locks
const { admin } = seed.members
const card = { kind: 'card', number: 1, unlockId: '5-1', id: '400000005', memberId: admin.userId }

const KEYS =
  'GET /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/assigned-keys'

const channels: readonly (readonly [Family, Lock, string])[] = [
  ['panel', frontDoor, PANEL_RENAME],
  ['open-api', office, RENAME],
]

describe('a rename whose every answer is lost', () => {
  it.each(channels)('succeeds over %s if the list shows the name', async (family, seeded, name) => {
    const { harness, flow } = methodHarness(seeded, family)
    harness.simulator.faults.always(name, 'drop-after')
    await settle(harness.clock, flow.rename(card, 'Blue card'))
    expect(harness.lock.opmodes.find(({ id }) => id === card.id)?.name).toBe('Blue card')
  })

  it.each(channels)(
    'has an unknown outcome over %s if the list does not',
    async (family, seeded, name) => {
      const { harness, flow } = methodHarness(seeded, family)
      harness.simulator.faults.always(name, 'drop-before')
      const failure = await failureOf(harness.clock, flow.rename(card, 'Blue card'))
      expect(failure).toMatchObject({ kind: 'outcome-unknown', action: 'methods.rename' })
      expect((failure as { readonly check?: string }).check).toBeDefined()
    },
  )
})

describe('a deletion whose every answer is lost', () => {
  it('succeeds if the lists showed the method before and do not show it now', async () => {
    const { harness, flow } = methodHarness(garage, 'open-api')
    harness.simulator.faults.always(DELETE, 'drop-after')
    await settle(harness.clock, flow.delete(card))
    expect(harness.lock.opmodes.some(({ id }) => id === card.id)).toBe(false)
    expect(harness.simulator.journal.map(({ command }) => command)).toEqual(['delete-method'])
  })

  it('has an unknown outcome if the lists still show it', async () => {
    const { harness, flow } = methodHarness(garage, 'open-api')
    harness.simulator.faults.always(DELETE, 'drop-before')
    expect(await failureOf(harness.clock, flow.delete(card))).toMatchObject({
      kind: 'outcome-unknown',
      check: KEYS,
    })
    expect(harness.lock.opmodes.some(({ id }) => id === card.id)).toBe(true)
  })

  it('has an unknown outcome if the lists did not show it before', async () => {
    const { harness, flow } = methodHarness(garage, 'open-api')
    harness.simulator.faults.always(DELETE, 'drop-after')
    expect(await failureOf(harness.clock, flow.delete({ ...card, number: 99 }))).toMatchObject({
      kind: 'outcome-unknown',
    })
  })

  it('is not sent if the lists cannot be read', async () => {
    const { harness, flow } = methodHarness(garage, 'open-api')
    harness.simulator.faults.always(KEYS, 'drop-after')
    expect(await failureOf(harness.clock, flow.delete(card))).toMatchObject({
      kind: 'transport',
      delivery: 'not-sent',
    })
    expect(harness.steps).not.toContain(DELETE)
  })
})
