import { describe, expect, it } from 'vitest'
import { deleteOfflinePassword } from '../../../actions/mini-program/door-lock/delete-offline-password'
import { isLockError } from '../../../src/core/errors/lock-error'
import { offlinePasswords } from '../../../src/flows/offline-passwords/offline-passwords'
import { failureOf, settle } from '../support/settle'
import { START_MS } from '../support/stage'
import { HOUR_MS, offlineStage } from './offline-stage'

const REVOKE = 'tuya.m.device.lock.offlinepwd.revoke'
const toMs = START_MS + 100 * HOUR_MS
const many = { kind: 'multiple', fromMs: START_MS, toMs } as const

/** The holiday guests came in on the first day of theirs. */
const atTheFrontDoor = (options: Parameters<typeof offlineStage>[0]) => {
  const stage = offlineStage(options)
  const [guests] = stage.simulator.world.offlinePasswords
  if (guests === undefined) throw new Error('the seed has none')
  guests.firstUsedAtMs = guests.effectiveTime * 1000
  return { ...stage, guests }
}

describe.each([
  ['panel', 'documented'],
  ['panel', 'sampled'],
  ['mini-program', 'documented'],
  ['mini-program', 'sampled'],
] as const)('revoking over the %s family, %s answers', (family, shape) => {
  it('gives a code, and the lock accepts the password until that is typed', async () => {
    const { clock, flow, type, guests } = atTheFrontDoor({ families: [family], shape })
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

describe('revoking', () => {
  it('takes those of many times that are not over', async () => {
    const { clock, flow, type } = offlineStage()
    const { id, password } = await settle(clock, flow.offline(many))
    const ids = async () => (await settle(clock, flow.revocable())).map((row) => row.id)
    expect(await ids()).toContain(id)
    const { clearingCode = '' } = await settle(clock, flow.revoke(id))
    // Nothing happened at the lock yet.
    expect(await ids()).toContain(id)
    expect(type(password)).toBe('opened')
    expect(type(clearingCode)).toBe('cleared')
    expect(await ids()).not.toContain(id)
  })

  it('is in vain with a code that is a day old', async () => {
    const { clock, flow, type } = offlineStage()
    const { id, password } = await settle(clock, flow.offline(many))
    type(password)
    const revocation = await settle(clock, flow.revoke(id))
    if (revocation.clearingCode === undefined) throw new Error('it has no code')
    clock.advance(revocation.useBeforeMs - clock.now())
    expect(type(revocation.clearingCode)).toBe('wrong')
    expect(type(password)).toBe('opened')
  })

  it('goes by the documented operation where there are both', async () => {
    const { clock, flow, steps } = offlineStage({ families: ['mini-program', 'panel'] })
    await settle(clock, flow.revoke('200000001'))
    expect(steps).toEqual([REVOKE])
  })

  it('leaves nothing to do for a password that is over, in a mini-program', async () => {
    const { clock, flow } = offlineStage({ families: ['mini-program'] })
    expect(await settle(clock, flow.revoke('200000002'))).toEqual({ clearingCode: undefined })
  })

  it('is refused for one time', async () => {
    const { clock, flow } = offlineStage()
    const { id } = await settle(clock, flow.offline({ kind: 'once' }))
    expect(await failureOf(clock, flow.revoke(id))).toMatchObject({ kind: 'vendor', code: 2324 })
  })

  it('is never sent twice: each answer takes a code out of a supply', async () => {
    const { clock, flow, simulator, lock, steps, events } = offlineStage()
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

  it('has a name for a plain no', async () => {
    const { panel, deviceId, options, clock } = offlineStage()
    const flow = offlinePasswords(
      { ...panel, apiRequest: async () => false, find: (name) => only[name] },
      deviceId,
      options,
    )
    const error = await failureOf(clock, flow.revoke('1'))
    expect(isLockError(error) && error.reason).toBe('not-revoked')
  })

  it('says where there is no way', async () => {
    const { clock, flow } = offlineStage({ families: ['open-api'] })
    expect(await failureOf(clock, flow.revoke('1'))).toMatchObject({ kind: 'unsupported' })
  })
})

const only: Readonly<Record<string, typeof deleteOfflinePassword>> = {
  [deleteOfflinePassword.name]: deleteOfflinePassword,
}
