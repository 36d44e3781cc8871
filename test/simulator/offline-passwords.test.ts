import { describe, expect, it } from 'vitest'
import { type Simulator, seed } from '../../simulator'
import { call, codeOf, frontDoor, garage, simulated } from './client'

const [guests, parcel] = seed.offlinePasswords

describe('a dynamic password', () => {
  const passwordOf = (simulator: Simulator, device_id: string = frontDoor.id) =>
    call<{ dynamic_password: string }>(simulator, 'doorLock.getDynamicPassword', { device_id })
      .dynamic_password

  it('stays the same for five minutes, and changes afterwards', () => {
    const simulator = simulated()
    const first = passwordOf(simulator)
    expect(first).toMatch(/^\d{8}$/)
    simulator.clock.advance(299_999)
    expect(passwordOf(simulator)).toBe(first)
    simulator.clock.advance(1)
    expect(passwordOf(simulator)).not.toBe(first)
  })

  it('differs between locks', () => {
    const simulator = simulated()
    expect(passwordOf(simulator, garage.id)).not.toBe(passwordOf(simulator))
  })
})

describe('the deletion of an offline password', () => {
  const DELETE = 'doorLock.deleteOfflinePassword'
  const params = (password_id = '') => ({ device_id: frontDoor.id, password_id })

  it('returns the clearing code if the lock still accepts the password', () => {
    const simulator = simulated()
    const code = call(simulator, DELETE, params(guests?.id))
    expect(code).toMatch(/^\d{10}$/)
    expect(simulator.world.offlinePasswords[0]).toMatchObject({ revoked: true, clearingCode: code })
    expect(simulator.journal).toMatchObject([
      { command: 'revoke-offline-password', detail: { passwordId: guests?.id } },
    ])
    expect(codeOf(simulator, DELETE, params(guests?.id))).toBe(2323)
  })

  it('returns true if the password has expired', () => {
    expect(call(simulated(), DELETE, params(parcel?.id))).toBe(true)
  })

  it('is refused for a password of another lock', () => {
    const ofAnotherLock = { ...params(guests?.id), device_id: garage.id }
    expect(codeOf(simulated(), DELETE, ofAnotherLock)).toBe(2323)
  })
})
