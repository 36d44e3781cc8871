import { describe, expect, it } from 'vitest'
import { isOutcomeUnknownError } from '../../src/core/errors/outcome-unknown-error'
import { exampleActions } from '../support/examples'
import { failure } from '../support/panels'
import { servedPanel } from '../support/served-panel'
import { play } from './scenarios'

const namesOf = (...safety: readonly string[]) =>
  exampleActions.filter((action) => safety.includes(action.safety)).map(({ name }) => name)

/** Removals of several at once: "not found" may be said of one of them, so it is no success of the others. */
const removalsOfSeveral = [
  ['POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue', 2006],
  ['POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/cancel-allocate', 2323],
] as const
const repeatable = namesOf('read', 'idempotent').filter((name) =>
  removalsOfSeveral.every(([removal]) => removal !== name),
)

/** Plays an action whose first answer is dropped after it was carried out; the wait before a retry is none. */
const loseAnswer = async (name: string) => {
  const stage = await servedPanel({}, { random: () => 0 })
  const { faults, journal, requests } = stage.simulator
  faults.next(name, 'drop-after')
  return {
    outcome: play(stage, name),
    orders: () => journal.filter(({ action }) => action === name),
    arrivals: () => requests.filter(({ action }) => action === name).length,
  }
}

describe('an answer that was lost over HTTP', () => {
  it.each(namesOf('once'))(
    'leaves exactly one order of %s, and an unknown outcome',
    async (name) => {
      const { outcome, orders, arrivals } = await loseAnswer(name)
      expect(isOutcomeUnknownError(await failure(outcome))).toBe(true)
      expect(arrivals()).toBe(1)
      expect(orders()).toHaveLength(1)
    },
  )

  it.each(repeatable)('lets %s be sent again, and succeed', async (name) => {
    const { outcome, orders, arrivals } = await loseAnswer(name)
    await expect(outcome).resolves.not.toBeInstanceOf(Error)
    expect(arrivals()).toBe(2)
    expect(orders().length).toBeLessThanOrEqual(1)
  })

  it.each(removalsOfSeveral)('says of %s that it was refused with %d', async (name, code) => {
    const { outcome, arrivals } = await loseAnswer(name)
    await expect(outcome).rejects.toMatchObject({ kind: 'vendor', code })
    expect(arrivals()).toBe(2)
  })

  it('covers every class but the synchronisations, which have a window of their own', () => {
    const covered = namesOf('once', 'read', 'idempotent').length
    expect(covered + namesOf('sync').length).toBe(exampleActions.length)
    expect(namesOf('once').length).toBeGreaterThanOrEqual(12)
  })
})

describe('a removal whose answer was lost', () => {
  it.each([
    'doorLock.deallocateOpmode',
    'doorLock.removeHijack',
    'doorLock.cancelPermissionSharing',
    'DELETE /v1.0/devices/{device_id}/users/{user_id}',
    'DELETE /v1.0/smart-lock/devices/{device_id}/unlock-types/{unlock_type}/keys/{unlock_sn}/hijack',
    'DELETE /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/unlock-types/{unlock_type}/keys/{unlock_no}',
  ])('is a success of %s although the second answer is "not found"', async (name) => {
    const { outcome, arrivals } = await loseAnswer(name)
    expect(await outcome).toBe(true)
    expect(arrivals()).toBe(2)
  })

  it('is a success for a password that its lock never heard of, and that is gone at once', async () => {
    const { panel, simulator } = await servedPanel({}, { random: () => 0 })
    const [painter] = simulator.world.temporaryPasswords
    if (painter === undefined) throw new Error('the seed has no password')
    painter.state = 'failed-to-send'
    simulator.faults.next('doorLock.deleteTemporaryPassword', 'drop-after')
    const params = { device_id: painter.lockId, password_id: painter.id }
    await expect(panel.apiRequest('doorLock.deleteTemporaryPassword', params)).resolves.toBe(true)
    expect(painter.state).toBe('deleted')
    await expect(
      panel.apiRequest('doorLock.deleteTemporaryPassword', params),
    ).rejects.toMatchObject({ kind: 'vendor', code: 2323 })
  })
})
