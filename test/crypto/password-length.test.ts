import { describe, expect, it } from 'vitest'
import { isPassword, passwordLength } from '../../src/crypto/password-length'

describe('the length of a password', () => {
  it.each(['wifi', 'wifi-keepalive', 'wifi-video', 'wifi-standard'] as const)(
    'is 7 on %s locks',
    (lockType) => expect(passwordLength(lockType)).toBe(7),
  )

  it.each(['zigbee', 'ble', 'ble-gateway'] as const)('is 6 on %s locks', (lockType) =>
    expect(passwordLength(lockType)).toBe(6),
  )

  it.each(['access-control', 'any'] as const)(
    'is undefined for %s, because no document states it',
    (lockType) => expect(passwordLength(lockType)).toBeUndefined(),
  )

  it('is 6 or 7 for every accepted password', () => {
    expect(['123456', '0000000'].map(isPassword)).toEqual([true, true])
    const invalid = ['', '12345', '12345678', '12345a', ' 123456', '123456\n', '１２３４５６']
    expect(invalid.filter(isPassword)).toEqual([])
  })
})
