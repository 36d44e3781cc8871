import { describe, expect, it } from 'vitest'
import { vendorCode, vendorCodes } from '../../src/core/errors/vendor-codes'
import { VendorError } from '../../src/core/errors/vendor-error'

const classOf = (code: number) => vendorCode('mini-program', code).class

describe('the table of vendor codes', () => {
  it('has a meaning and advice for each of its codes', () => {
    expect(vendorCodes.length).toBeGreaterThan(60)
    for (const code of vendorCodes) {
      const { meaning, advice } = vendorCode('open-api', code)
      expect(meaning).not.toBe('unknown code')
      expect(advice).toMatch(/\.$/)
    }
  })

  it.each([
    ['refresh', [1002, 1010, 1011, 1012, 1400]],
    ['re-sign', [1004, 1013]],
    ['refused', [1110, 1199]],
    ['transient', [500, 1111, 1112, 2311, 2313, 2317, 2328]],
    ['offline', [2001, 2312]],
    ['quota', [28841002, 28841004, 28841101, 28841105, 60001001]],
    ['permanent', [1000, 1106, 1109, 2314, 424242]],
  ] as const)('has the class %s for the codes %j', (expected, codes) => {
    expect(codes.map(classOf)).toEqual(codes.map(() => expected))
  })

  it('does not apply a meaning of the cloud to a code of the native container', () => {
    expect(vendorCode('panel', 1010).meaning).not.toBe(vendorCode('open-api', 1010).meaning)
  })

  it('provides the meaning and the advice in the message of an error', () => {
    const error = new VendorError(
      { action: 'doorLock.remoteUnlocks', family: 'mini-program', requestId: 'r', attempt: 1 },
      { code: 2001, message: 'device is offline' },
    )
    expect(error.message).toBe(
      'doorLock.remoteUnlocks: refused with 2001, device offline. Wake the lock or bring it online first.',
    )
  })
})
