import { describe, expect, it } from 'vitest'
import { passwordLength } from '../../src/crypto/password-length'

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
})
