import { describe, expect, it } from 'vitest'
import { isOutcomeUnknownError } from '../../src/core/errors/outcome-unknown-error'
import { exampleActions } from '../support/examples'
import { failure } from '../support/panels'
import { servedPanel } from '../support/served-panel'
import { play } from './scenarios'

const namesOf = (...safety: readonly string[]) =>
  exampleActions.filter((action) => safety.includes(action.safety)).map(({ name }) => name)

/** Removals of several items: "not found" may refer to one item, so it does not prove that all are removed. */
const bulkRemovals = [
  ['POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue', 2006],
  ['POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/cancel-allocate', 2323],
] as const
const repeatable = namesOf('read', 'idempotent').filter((name) =>
  bulkRemovals.every(([removal]) => removal !== name),
)

/** Plays an action whose first answer is lost after the action executed; a retry does not wait. */
const loseAnswer = async (name: string) => {
  const harness = await servedPanel({}, { random: () => 0 })
  const { faults, journal, requests } = harness.simulator
  faults.next(name, 'drop-after')
  return {
    outcome: play(harness, name),
    commands: () => journal.filter(({ action }) => action === name),
    requestCount: () => requests.filter(({ action }) => action === name).length,
  }
}

describe('a lost answer over HTTP', () => {
  it.each(namesOf('once'))('leaves the outcome of %s unknown after one execution', async (name) => {
    const { outcome, commands, requestCount } = await loseAnswer(name)
    expect(isOutcomeUnknownError(await failure(outcome))).toBe(true)
    expect(requestCount()).toBe(1)
    expect(commands()).toHaveLength(1)
  })

  it.each(repeatable)('leads to a successful retry of %s', async (name) => {
    const { outcome, commands, requestCount } = await loseAnswer(name)
    await expect(outcome).resolves.not.toBeInstanceOf(Error)
    expect(requestCount()).toBe(2)
    expect(commands().length).toBeLessThanOrEqual(1)
  })

  it.each(bulkRemovals)(
    'leads to a retry of %s that the cloud rejects with %d',
    async (name, code) => {
      const { outcome, requestCount } = await loseAnswer(name)
      await expect(outcome).rejects.toMatchObject({ kind: 'vendor', code })
      expect(requestCount()).toBe(2)
    },
  )

  it('is tested for every safety class except sync, which has its own window', () => {
    const covered = namesOf('once', 'read', 'idempotent').length
    expect(covered + namesOf('sync').length).toBe(exampleActions.length)
    expect(namesOf('once').length).toBeGreaterThanOrEqual(12)
  })
})

describe('after a lost answer, the removal', () => {
  it.each([
    'doorLock.deallocateOpmode',
    'doorLock.removeHijack',
    'doorLock.cancelPermissionSharing',
    'DELETE /v1.0/devices/{device_id}/users/{user_id}',
    'DELETE /v1.0/smart-lock/devices/{device_id}/unlock-types/{unlock_type}/keys/{unlock_sn}/hijack',
    'DELETE /v1.0/devices/{device_id}/door-lock/user-types/{user_type}/users/{user_id}/unlock-types/{unlock_type}/keys/{unlock_no}',
  ])('%s succeeds if the second answer is "not found"', async (name) => {
    const { outcome, requestCount } = await loseAnswer(name)
    expect(await outcome).toBe(true)
    expect(requestCount()).toBe(2)
  })

  it('of a password that never reached its lock succeeds', async () => {
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
