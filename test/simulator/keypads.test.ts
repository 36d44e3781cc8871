import { describe, expect, it } from 'vitest'
import { readPin } from '../../simulator/world/password-rules'
import { encryptPassword } from '../../src/crypto/ticket-crypto'
import { codeOf, frontDoor, office, passwordParams, simulated } from './client'

const CREATE = 'doorLock.createTemporaryPassword'
const SESSION_KEY = '1f2e3d4c5b6a7988'

describe('a simulated keypad', () => {
  it.each([
    ['a keypad', office.id, '1234567', ''],
    ['a Wi-Fi lock', frontDoor.id, '1234567', '1234567'],
  ])('on %s stores the PIN of upper-case hex as reported', (_, deviceId, pin, stored) => {
    const lock = simulated().lock(deviceId)
    const hex = encryptPassword(pin, SESSION_KEY)
    expect(readPin(hex, SESSION_KEY, lock)).toBe(pin)
    expect(readPin(hex.toUpperCase(), SESSION_KEY, lock)).toBe(stored)
  })

  it('refuses a PIN of another length, or with a digit that it lacks', () => {
    const simulator = simulated()
    simulator.lock(frontDoor.id).keypad = { length: 8, lowest: 1, highest: 5 }
    const codes = ['12345432', '12345', '12345670', '12345602'].map((pin) =>
      codeOf(simulator, CREATE, passwordParams(simulator, { pin })),
    )
    expect(codes).toEqual([undefined, 2314, 1109, 1109])
  })
})
