import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pinIssue, pinRule } from '../../src/crypto/pin-rule'

const rules = fc
  .record({
    length: fc.integer({ min: 6, max: 12 }),
    base: fc.integer({ min: 2, max: 10 }),
    zero: fc.boolean(),
  })
  .map((digits) => ({ digits, rule: pinRule('wifi', digits) }))

describe('a PIN rule', () => {
  it('accepts exactly the PINs of its length, below its base, with 0 only where the keypad has it', () => {
    fc.assert(
      fc.property(rules, fc.stringMatching(/^\d{1,14}$/), ({ digits, rule }, pin) => {
        const isValid =
          pin.length === digits.length &&
          Array.from(pin, Number).every(
            (digit) => digit < digits.base && (digits.zero || digit > 0),
          )
        expect(pinIssue(pin, rule) === undefined).toBe(isValid)
      }),
      { numRuns: 500 },
    )
  })

  it.each([
    [{ length: 8, base: 6, zero: false }, 'expected 8 digits from 1 to 5'],
    [{ length: 6, base: 5 }, 'expected 6 digits from 0 to 4'],
    [{ zero: false }, 'expected 7 digits from 1 to 9'],
    [{}, 'expected 7 digits'],
  ])('with %j names the length and the digits, and not the PIN', (digits, message) => {
    expect(pinIssue('90', pinRule('wifi', digits))).toBe(message)
  })

  it('accepts 6 to 12 digits where no document states a length', () => {
    const rule = pinRule('access-control')
    const valid = ['123456', '0000000', '123456789012']
    expect(valid.map((pin) => pinIssue(pin, rule))).toEqual([undefined, undefined, undefined])
    const invalid = [
      '',
      '12345',
      '1234567890123',
      '12345a',
      ' 123456',
      '123456\n',
      '１２３４５６',
      7,
    ]
    expect(new Set(invalid.map((pin) => pinIssue(pin, rule)))).toEqual(
      new Set(['expected 6 to 12 digits']),
    )
  })

  it('does not accept a number, which has lost its leading zeros', () => {
    expect(pinIssue(123456)).toBe('expected 6 to 12 digits')
  })
})
