import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isParamsError } from '../../../src/core/errors/params-error'
import { pinRule } from '../../../src/crypto/pin-rule'
import { failureOf, settle } from '../support/settle'
import {
  CREATE,
  createPasswordHarness,
  frontDoor,
  guest,
  overMiniProgram,
} from './password-harness'

const setup = (digits: { length: number; base: number; zero: boolean }) => {
  const harness = createPasswordHarness(overMiniProgram(frontDoor), { digits })
  const { length, lowest, highest } = pinRule('wifi', digits)
  harness.lock.keypad = { length: length as number, lowest, highest }
  return harness
}

describe('a temporary password of a lock with a reduced keypad', () => {
  it('is generated in the length and the digits of the keypad, and opens the lock', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 6, max: 12 }),
        fc.integer({ min: 3, max: 10 }),
        fc.boolean(),
        async (length, base, zero) => {
          const { clock, passwords, simulator, lock } = setup({ length, base, zero })
          const { id, password } = await settle(clock, passwords.create(guest))
          await settle(clock, passwords.waitUntilActive(id).done)
          clock.advance(guest.fromMs - clock.now())
          expect(password).toHaveLength(length)
          expect(simulator.typeCode(lock.id, password)).toBe('opened')
        },
      ),
      { numRuns: 20 },
    )
  })

  it('is not sent with a digit that the keypad lacks', async () => {
    const { clock, passwords, sent } = setup({ length: 8, base: 6, zero: false })
    for (const password of ['12345671', '10234512', '1234512']) {
      const error = await failureOf(clock, passwords.create({ ...guest, password }))
      expect(isParamsError(error) && error.issues).toEqual([
        { path: 'password', message: 'expected 8 digits from 1 to 5' },
      ])
      expect(JSON.stringify(error)).not.toContain(password)
    }
    expect(sent(CREATE)).toEqual([])
  })
})
