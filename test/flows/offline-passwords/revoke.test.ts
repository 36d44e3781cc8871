import { describe, expect, it } from 'vitest'
import { deleteOfflinePassword } from '../../../actions/mini-program/door-lock/delete-offline-password'
import { isLockError } from '../../../src/core/errors/lock-error'
import { offlinePasswords } from '../../../src/flows/offline-passwords/offline-passwords'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { createOfflineHarness, HOUR_MS } from './offline-harness'

const REVOKE = 'tuya.m.device.lock.offlinepwd.revoke'
const toMs = START_MS + 100 * HOUR_MS
const multiple = { kind: 'multiple', fromMs: START_MS, toMs } as const

/** The password of the holiday guests was used on the first day of its window. */
const withUsedPassword = (options: Parameters<typeof createOfflineHarness>[0]) => {
  const harness = createOfflineHarness(options)
  const [guests] = harness.simulator.world.offlinePasswords
  if (guests === undefined) throw new Error('the seed has no offline password')
  guests.firstUsedAtMs = guests.effectiveTime * 1000
  return { ...harness, guests }
}

describe.each([
  ['panel', 'documented'],
  ['panel', 'sampled'],
  ['mini-program', 'documented'],
  ['mini-program', 'sampled'],
] as const)('revoking an offline password over the %s family (%s answers)', (family, shape) => {
  it('returns a code, and the lock accepts the password until the code is typed', async () => {
    const { clock, flow, type, guests } = withUsedPassword({ families: [family], shape })
    const revocation = await settle(clock, flow.revoke(guests.id))
    expect(revocation).toEqual({
      clearingCode: expect.stringMatching(/^\d{10}$/),
      useBeforeMs: START_MS + 24 * HOUR_MS,
    })
    expect(type(guests.pin)).toBe('opened')
    expect(type(revocation.clearingCode ?? '')).toBe('cleared')
    expect(type(guests.pin)).toBe('wrong')
    expect(type(revocation.clearingCode ?? '')).toBe('wrong')
  })
})

describe('revoking an offline password', () => {
  it('removes it from the revocable ones when the code is typed', async () => {
    const { clock, flow, type } = createOfflineHarness()
    const { id, password } = await settle(clock, flow.offline(multiple))
    const ids = async () => (await settle(clock, flow.revocable())).map((row) => row.id)
    expect(await ids()).toContain(id)
    const { clearingCode = '' } = await settle(clock, flow.revoke(id))
    // The code has not been typed yet.
    expect(await ids()).toContain(id)
    expect(type(password)).toBe('opened')
    expect(type(clearingCode)).toBe('cleared')
    expect(await ids()).not.toContain(id)
  })

  it('has no effect with a code that is one day old', async () => {
    const { clock, flow, type } = createOfflineHarness()
    const { id, password } = await settle(clock, flow.offline(multiple))
    type(password)
    const revocation = await settle(clock, flow.revoke(id))
    if (revocation.clearingCode === undefined) throw new Error('the revocation has no code')
    clock.advance(revocation.useBeforeMs - clock.now())
    expect(type(revocation.clearingCode)).toBe('wrong')
    expect(type(password)).toBe('opened')
  })

  it('uses the documented operation if the panel supports both', async () => {
    const { clock, flow, steps } = createOfflineHarness({ families: ['mini-program', 'panel'] })
    await settle(clock, flow.revoke('200000001'))
    expect(steps).toEqual([REVOKE])
  })

  it('returns no code for an expired password over the mini-program', async () => {
    const { clock, flow } = createOfflineHarness({ families: ['mini-program'] })
    expect(await settle(clock, flow.revoke('200000002'))).toEqual({ clearingCode: undefined })
  })

  it('is rejected for the kind once', async () => {
    const { clock, flow } = createOfflineHarness()
    const { id } = await settle(clock, flow.offline({ kind: 'once' }))
    expect(await failureOf(clock, flow.revoke(id))).toMatchObject({ kind: 'vendor', code: 2324 })
  })

  it('is not sent again after a lost answer, because each answer uses up a code', async () => {
    const { clock, flow, simulator, lock, steps, events } = createOfflineHarness()
    simulator.faults.next(REVOKE, 'drop-after')
    const error = await failureOf(clock, flow.revoke('200000001'))
    expect(error).toMatchObject({
      kind: 'outcome-unknown',
      check: 'tuya.m.device.lock.offlinepwd.revocable',
    })
    expect(steps).toEqual([REVOKE])
    expect(lock.offlineSupply.clearOne).toBe(19)
    const { clearingCode = '' } = simulator.world.offlinePasswords[0] ?? {}
    expect(clearingCode).toHaveLength(10)
    expect(`${String(error)} ${JSON.stringify(events)}`).not.toContain(clearingCode)
  })

  it('fails with not-revoked if the cloud answers false', async () => {
    const { panel, deviceId, options, clock } = createOfflineHarness()
    const flow = offlinePasswords(
      { ...panel, apiRequest: async () => false, find: (name) => onlyMiniProgram[name] },
      deviceId,
      options,
    )
    const error = await failureOf(clock, flow.revoke('1'))
    expect(isLockError(error) && error.reason).toBe('not-revoked')
  })

  it('is not supported if the panel supports no operation for it', async () => {
    const { clock, flow } = createOfflineHarness({ families: [] })
    expect(await failureOf(clock, flow.revoke('1'))).toMatchObject({ kind: 'unsupported' })
  })
})

const onlyMiniProgram: Readonly<Record<string, typeof deleteOfflinePassword>> = {
  [deleteOfflinePassword.name]: deleteOfflinePassword,
}
