import { describe, expect, it } from 'vitest'
import { type Lock, seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import {
  ASSIGN,
  ASSIGN_EACH,
  DELETE,
  PANEL_ASSIGN,
  PANEL_RENAME,
  PANEL_UNASSIGN,
  RENAME,
  UNASSIGN,
  UNASSIGN_LIST,
} from '../../../src/flows/methods/channels'
import { failureOf, settle } from '../support/settle'
import { methodHarness } from './method-harness'

const { frontDoor, garage, office } = seed.locks
const { admin, common } = seed.members
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

const assignments: readonly (readonly [Family, Lock, string, string])[] = [
  ['mini-program', frontDoor, ASSIGN, UNASSIGN],
  ['panel', frontDoor, PANEL_ASSIGN, PANEL_UNASSIGN],
  ['open-api', garage, ASSIGN_EACH, UNASSIGN_LIST],
]

describe('an assignment whose every answer is lost', () => {
  const spareCard = { kind: 'card', number: 2, unlockId: '5-2' }
  const ownerOf = ({ opmodes }: Lock, number: number) =>
    opmodes.find(({ dpCode, unlockSn }) => dpCode === 'unlock_card' && unlockSn === number)?.userId

  it.each(assignments)('succeeds over %s if the lists show the member', async (...row) => {
    const [family, seeded, assign] = row
    const { harness, flow } = methodHarness(seeded, family)
    harness.simulator.faults.always(assign, 'drop-after')
    await settle(harness.clock, flow.assign(spareCard, common.userId))
    expect(ownerOf(harness.lock, 2)).toBe(common.userId)
  })

  it.each(assignments)('has an unknown outcome over %s if they do not', async (...row) => {
    const [family, seeded, assign] = row
    const { harness, flow } = methodHarness(seeded, family)
    harness.simulator.faults.always(assign, 'drop-before')
    expect(await failureOf(harness.clock, flow.assign(spareCard, common.userId))).toMatchObject({
      kind: 'outcome-unknown',
      action: 'methods.assign',
    })
    expect(ownerOf(harness.lock, 2)).toBeUndefined()
  })

  it.each(assignments)('succeeds over %s in the other direction, too', async (...row) => {
    const [family, seeded, , unassign] = row
    const { harness, flow } = methodHarness(seeded, family)
    harness.simulator.faults.always(unassign, 'drop-after')
    await settle(harness.clock, flow.unassign(card))
    expect(ownerOf(harness.lock, 1)).toBeUndefined()
  })
})
