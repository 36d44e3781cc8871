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
  ] as const)('puts into %s: %j', (expected, codes) => {
    expect(codes.map((code) => containerCode(code)?.class)).toEqual(codes.map(() => expected))
  })

  it('has a meaning and an advice for each of its codes, and shares none with the cloud', () => {
    expect(containerCodes.length).toBeGreaterThan(20)
    for (const code of containerCodes) {
      expect(containerCode(code)?.advice).toMatch(/\.$/)
      expect(vendorCode('open-api', code).meaning).toBe('unknown code')
    }
  })

  it.each(['9006', 'constructor', 'toString', 1106])('knows nothing of %s', (code) => {
    expect(containerCode(code)).toBeUndefined()
  })
})

describe('a refusal through a container', () => {
  /** What a panel over a host fails with that answers so. */
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

  it("reads the cloud's code in the cloud's table, whatever the container says", async () => {
    const failure = { errorCode: 30001, errorMsg: '', innerError: { errorCode: 2001 } }
    expect(await failureOf(failure)).toMatchObject({
      kind: 'vendor',
      code: 2001,
      containerCode: 30001,
      class: 'offline',
      meaning: 'device offline',
    })
  })

  it("reads the container's own code in the container's table", async () => {
    expect(await failureOf({ errorCode: 9003, errorMsg: '' })).toMatchObject({
      code: 9003,
      containerCode: 9003,
      message:
        'tuya.m.device.member.list: refused with 9003, the user has not granted the permission. Correct the call or the permissions of the app; a retry does not help.',
    })
  })
})
