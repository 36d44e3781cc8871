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

  it.each(['access-control', 'any'] as const)('is given by no document for %s', (lockType) =>
    expect(passwordLength(lockType)).toBeUndefined(),
  )

  it('is one of these for every password', () => {
    expect(['123456', '0000000'].map(isPassword)).toEqual([true, true])
    const wrong = ['', '12345', '12345678', '12345a', ' 123456', '123456\n', '１２３４５６']
    expect(wrong.filter(isPassword)).toEqual([])
  })
})
