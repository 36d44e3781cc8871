import { describe, expect, it } from 'vitest'
import { memberList } from '../../actions/panel/members/member-list'
import { containerCode, containerCodes } from '../../src/core/errors/container-codes'
import { vendorCode } from '../../src/core/errors/vendor-codes'
import { createPanel } from '../../src/core/panel/create-panel'
import { nativeBridge } from '../../src/transports/native-bridge'

describe('the table of container codes', () => {
  it.each([
    ['lost', [7, 9, 9006, 10003, 20007, 20028]],
    ['cloud', [30001, 30010]],
    ['permanent', [5, 6, 8, 9001, 9004, 9005, 20001, 20006, 20022, 20078]],
  ] as const)('has the class %s for the codes %j', (expected, codes) => {
    expect(codes.map((code) => containerCode(code)?.class)).toEqual(codes.map(() => expected))
  })

  it('has advice for each of its codes, and no code in common with the cloud', () => {
    expect(containerCodes.length).toBeGreaterThan(20)
    for (const code of containerCodes) {
      expect(containerCode(code)?.advice).toMatch(/\.$/)
      expect(vendorCode('open-api', code).meaning).toBe('unknown code')
    }
  })

  it.each(['9006', 'constructor', 'toString', 1106])('has no entry for %s', (code) => {
    expect(containerCode(code)).toBeUndefined()
  })
})

describe('an error that the container reports', () => {
  /** The error of a panel whose host rejects with the given failure. */
  const failureOf = async (failure: unknown): Promise<unknown> => {
    const panel = createPanel({
      actions: { memberList },
      transport: nativeBridge({ apiRequest: () => Promise.reject(failure) }),
    })
    return panel.apiRequest('tuya.m.device.member.list', { devId: 'door' }).then(
      () => 'succeeded',
      (error: unknown) => error,
    )
  }

  it('uses the table of the cloud for a code of the cloud', async () => {
    const failure = { errorCode: 30001, errorMsg: '', innerError: { errorCode: 2001 } }
    expect(await failureOf(failure)).toMatchObject({
      kind: 'vendor',
      code: 2001,
      containerCode: 30001,
      class: 'offline',
      meaning: 'device offline',
    })
  })

  it('uses the table of the container for a code of the container', async () => {
    expect(await failureOf({ errorCode: 9003, errorMsg: '' })).toMatchObject({
      code: 9003,
      containerCode: 9003,
      message:
        'tuya.m.device.member.list: refused with 9003, the user has not granted the permission. Correct the call or the permissions of the app; a retry does not help.',
    })
  })
})
