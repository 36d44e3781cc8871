import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Lock, seed } from '../../../simulator'
import type { Family } from '../../../src/core/action'
import { countOf } from '../support/check-run'
import type { FlowHarness } from '../support/flow-harness'
import { failureOf, outcomeOf, settle } from '../support/settle'
import { addHomeMembers, addMembersWithoutAccount, memberHarness } from './member-harness'

const { frontDoor, cellar } = seed.locks
const OVER_PANEL = 'm.smart.scale.history.user.add'
const OVER_ROUTE = 'POST /v1.0/devices/{device_id}/user'
const nadia = { name: 'Nadia', sex: 'female' } as const

type AddMany = (harness: FlowHarness, count: number) => readonly string[]
const channels: readonly (readonly [string, Pick<Lock, 'id'>, Family, string, AddMany])[] = [
  ['panel APIs', frontDoor, 'panel', OVER_PANEL, addMembersWithoutAccount],
  ['routes', cellar, 'open-api', OVER_ROUTE, addHomeMembers],
]
const addedCount = ({ simulator }: FlowHarness) => countOf(simulator.journal, 'add-user')

describe.each(channels)('members.add() over %s to a long list', (_, lock, family, add, addMany) => {
  const withMany = (count: number) => {
    const created = memberHarness(lock, family)
    addMany(created.harness, count)
    return created
  }
  const requestCount = ({ simulator }: FlowHarness) => simulator.requests.length
  /** A member of the name on the last page, from before. */
  const addNamesake = ({ simulator }: FlowHarness) => {
    const { members, deviceUsers } = simulator.world
    const last = (family === 'panel' ? deviceUsers : members).at(-1)
    if (last !== undefined) Object.assign(last, { nickName: 'Nadia' })
  }

  it('sends at most three requests before the command, for any number of members', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 1, 44, 45, 46, 49, 50, 51, 99, 100, 3_000),
        async (count) => {
          const { harness, flow } = withMany(count)
          expect(await settle(harness.clock, flow.add(nadia))).toMatchObject({ name: 'Nadia' })
          expect(requestCount(harness)).toBeLessThanOrEqual(4)
          expect(addedCount(harness)).toBe(1)
        },
      ),
      { numRuns: 11 },
    )
  }, 60_000)

  it('finds the member on any page after a lost answer', async () => {
    for (const count of [0, 49, 50, 120]) {
      const { harness, flow } = withMany(count)
      harness.simulator.faults.next(add, 'drop-after')
      const { id } = await settle(harness.clock, flow.add(nadia))
      expect(harness.simulator.world.deviceUsers.at(-1)).toMatchObject({
        userId: id,
        nickName: 'Nadia',
      })
      expect(addedCount(harness)).toBe(1)
    }
  })

  it('does not return an earlier member of that name on a later page', async () => {
    for (const fault of ['drop-before', 'drop-after'] as const) {
      const { harness, flow } = withMany(120)
      addNamesake(harness)
      harness.simulator.faults.next(add, fault)
      expect(await failureOf(harness.clock, flow.add(nadia))).toMatchObject({
        kind: 'outcome-unknown',
        action: add,
      })
    }
  })

  it('has an unknown outcome if the list does not become longer', async () => {
    const { harness, flow } = withMany(120)
    harness.simulator.faults.next(add, 'drop-before')
    expect(await outcomeOf(harness.clock, flow.add(nadia))).toMatchObject({
      error: { kind: 'outcome-unknown' },
    })
    expect(addedCount(harness)).toBe(0)
  })
})
