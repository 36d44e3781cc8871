import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pinIssue, pinRule } from '../../../src/crypto/pin-rule'
import { digitsOf, isPanelConfig } from '../../../src/flows/description/digits-of'

describe('the digits of a panel configuration', () => {
  it.each([
    [{ digitalBase: 6 }, { base: 6, zero: true, length: 8 }],
    [
      { digitalBase: '6', isHideZero: false },
      { base: 6, zero: true, length: 8 },
    ],
    [
      { digitalBase: 5, isHideZero: true },
      { base: 6, zero: false, length: 8 },
    ],
    [
      { digitalBase: 9, isHideZero: true },
      { base: 10, zero: false, length: 7 },
    ],
    [{ digitalBase: 10 }, { base: 10, zero: true }],
    [{ isHideZero: true }, { base: 10, zero: false }],
  ])('%o are %o', (fun, digits) => {
    expect(isPanelConfig({ fun }, 'panelConfig')).toEqual([])
    expect(digitsOf({ fun })).toEqual(digits)
  })

  it.each([undefined, {}, { fun: {} }, { fun: undefined, initialized: true }])(
    'are unknown without a keypad: %o',
    (config) => {
      expect(digitsOf(config)).toBeUndefined()
    },
  )

  it.each([3, 11, 4.5, 'six', true, [], {}, Number.NaN])('refuse %o keys', (digitalBase) => {
    const issues = isPanelConfig({ fun: { digitalBase } }, 'panelConfig')
    expect(issues.map(({ path }) => path)).toEqual(['panelConfig.fun.digitalBase'])
  })

  it('refuse a zero that is neither shown nor hidden, and no configuration at all', () => {
    expect(isPanelConfig({ fun: { isHideZero: 'yes' } }, 'it')).toMatchObject([
      { path: 'it.fun.isHideZero' },
    ])
    expect(isPanelConfig('fun', 'it')).toMatchObject([{ path: 'it' }])
  })

  it('have a key for every digit of a PIN that the rule accepts', () => {
    const keypad = fc.record({
      digitalBase: fc.integer({ min: 4, max: 9 }),
      isHideZero: fc.boolean(),
    })
    fc.assert(
      fc.property(keypad, fc.nat(9), (fun, digit) => {
        const rule = pinRule('wifi', digitsOf({ fun }))
        const pin = String(digit).repeat(rule.length ?? 0)
        const lowest = fun.isHideZero ? 1 : 0
        const hasKey = digit >= lowest && digit < lowest + fun.digitalBase
        expect(pinIssue(pin, rule) === undefined).toBe(hasKey)
      }),
    )
  })
})
