import { describe, expect, it } from 'vitest'
import type { Family } from '../../src/core/action'
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

  const refusal = (family: Family, code: number, message: string) =>
    new VendorError({ action: 'test', family }, { code, message })

  it.each(['open-api', 'mini-program'] as const)(
    'names the missing subscription for 1108 in the family %s',
    (family) => {
      const error = refusal(family, 1108, 'uri path invalid')
      expect(error.message).toBe(
        'test: refused with 1108, no such path, or service not subscribed (uri path invalid). Subscribe the cloud project to the Smart Lock service; if it is subscribed, correct the path.',
      )
      expect(error.class).toBe('permanent')
    },
  )

  it('does not tell a panel to subscribe a service of the cloud project', () => {
    expect(refusal('panel', 1108, 'uri path invalid').advice).not.toContain('ubscribe')
  })

  it.each(['clientId is invalid', 'client id is invalid', 'client_id invalid', 'CLIENTID invalid'])(
    'reads 2009 as a wrong client id if the cloud says so: %s',
    (message) => {
      const error = refusal('open-api', 2009, message)
      expect(error).toMatchObject({
        code: 2009,
        meaning: 'client id invalid',
        class: 'permanent',
        advice: 'Check the client id and the secret of the cloud project.',
        vendorMessage: message,
      })
    },
  )

  it.each(['not support this device', '', 'the client is idle'])(
    'reads 2009 as an unsupported device for any other message: "%s"',
    (message) => {
      expect(refusal('open-api', 2009, message).meaning).toBe('device not supported')
    },
  )

  it('gives the advice for a wrong credential to all codes for it', () => {
    for (const code of [1001, 1005])
      expect(refusal('open-api', code, '').advice).toBe(
        refusal('open-api', 2009, 'clientId is invalid').advice,
      )
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
