import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { isLockError } from '../../../src/core/errors/lock-error'
import { memberHarness } from '../members/member-harness'
import { sharingHarness } from '../sharing/sharing-harness'
import { failureOf, settle } from '../support/settle'

const channels = [
  ['panel APIs', 'panel', seed.locks.frontDoor, 'm.smart.scale.history.user.add'],
  ['open-api routes', 'open-api', seed.locks.porch, 'POST /v1.0/devices/{device_id}/user'],
] as const

describe.each(channels)('a member who is added over %s', (_, family, lock, action) => {
  const person = { name: 'Nora', sex: 'female' } as const

  it('is found after a lost answer, although the list lags', async () => {
    const { harness, flow } = memberHarness(lock, family)
    const { clock, simulator } = harness
    simulator.world.listLagMs = 8_000
    simulator.faults.next(action, 'drop-after')
    const { id } = await settle(clock, flow.add(person))
    expect(simulator.world.deviceUsers.at(-1)).toMatchObject({ userId: id, nickName: 'Nora' })
    expect(simulator.journal.filter(({ command }) => command === 'add-user')).toHaveLength(1)
  })

  it('is read at once, although the cloud does not show a new member for seconds', async () => {
    const { harness, flow } = memberHarness(lock, family)
    const { clock, simulator } = harness
    simulator.world.listLagMs = 8_000
    const { id } = await settle(clock, flow.add(person))
    expect(await settle(clock, flow.get(id))).toMatchObject({ id })
  })

  it('is not-seen-yet after 15 seconds, and a member who never existed is refused at once', async () => {
    const { harness, flow } = memberHarness(lock, family)
    const { clock, simulator } = harness
    simulator.world.listLagMs = 3_600_000
    const { id } = await settle(clock, flow.add(person))
    const startMs = clock.now()
    const error = await failureOf(clock, flow.get(id))
    expect(isLockError(error) && error.reason).toBe('not-seen-yet')
    expect(clock.now() - startMs).toBeLessThanOrEqual(15_100)
    await failureOf(clock, flow.get('999999'))
    expect(clock.now() - startMs).toBeLessThanOrEqual(16_000)
  })
})

describe('a new invitation', () => {
  it('is open, although the cloud does not show it for seconds', async () => {
    const { flow, clock, simulator, invite } = sharingHarness()
    simulator.world.listLagMs = 8_000
    const invitation = await invite()
    expect(await settle(clock, flow.verify(invitation))).toMatchObject({ state: 'open' })
  })

  it('is not-open at once after this panel has cancelled it', async () => {
    const { flow, clock, invite } = sharingHarness()
    const invitation = await invite()
    await settle(clock, flow.cancel(invitation))
    const startMs = clock.now()
    expect(await settle(clock, flow.verify(invitation))).toEqual({ state: 'not-open' })
    expect(clock.now() - startMs).toBeLessThanOrEqual(1_000)
  })
})
