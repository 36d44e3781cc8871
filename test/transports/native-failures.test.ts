import { VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'
import { params, secret, text } from '../../actions/shared'
import { defineAction } from '../../src/core/action'
import { isVendorError } from '../../src/core/errors/vendor-error'
import { createPanel } from '../../src/core/panel/create-panel'
import { nativeBridge } from '../../src/transports/native-bridge'
import { failure } from '../support/panels'
import { expectNoSecret } from './conformance'

const password = '956FAD7F09C68E168B77'
const shared = {
  family: 'panel',
  version: '1.0',
  locks: ['wifi'],
  params: params({ required: { devId: text() }, optional: { password: secret(text()) } }),
  result: text(),
} as const
const actions = {
  read: defineAction({ ...shared, name: 'test.panel.read', safety: 'read' }),
  command: defineAction({
    ...shared,
    name: 'test.panel.command',
    safety: 'once',
    check: 'test.panel.read',
  }),
}
const commandParams = { devId: 'vdevo1', password }

/** Fails a command in `ty`; returns the error and the number of host calls. */
const failCommand = async (failed: unknown) => {
  const apiRequestByAtop = vi.fn(({ fail }: { fail(failure: unknown): void }) => fail(failed))
  const { apiRequest } = createPanel({ actions, transport: nativeBridge({ apiRequestByAtop }) })
  const error = await failure(apiRequest('test.panel.command', commandParams))
  expectNoSecret(error, { secrets: [password] })
  return { error, calls: apiRequestByAtop.mock.calls.length }
}
const outer = (errorCode: unknown, innerCode: unknown = '', errorMsg = '') => ({
  errorCode,
  errorMsg: 'request error',
  innerError: { errorCode: innerCode, errorMsg },
})

describe('failures of the container and of the cloud', () => {
  it.each([30001, '30001', 30010])('become one error with both codes: %s', async (code) => {
    const { error, calls } = await failCommand(outer(code, '1109', `illegal: ${password}`))
    if (!isVendorError(error)) throw error
    expect(error).toMatchObject({
      code: 1109,
      containerCode: Number(code),
      vendorMessage: 'illegal: [secret]',
      class: 'permanent',
    })
    expect(error.meaning).toContain('parameter illegal')
    expect(calls).toBe(1)
  })

  it('keep a cloud code that is a word', async () => {
    const { error } = await failCommand(outer(30001, 'PERMISSION_DENY', 'no'))
    expect(error).toMatchObject({ kind: 'vendor', code: 'PERMISSION_DENY', containerCode: 30001 })
  })

  it('use the code table of the container when the container itself rejects the call', async () => {
    const { error } = await failCommand(outer(9004))
    expect(error).toMatchObject({
      kind: 'vendor',
      code: 9004,
      containerCode: 9004,
      meaning: 'the app has no permission',
      class: 'permanent',
    })
  })

  it('give no meaning to a gateway code of the cloud, because a panel does not sign', async () => {
    const { error } = await failCommand(outer(30001, 1010, 'start after end'))
    expect(error).toMatchObject({ kind: 'vendor', code: 1010, meaning: 'unknown code' })
  })

  it.each([
    ['the network', outer(9006)],
    ['the network, by its other code', outer('10003')],
    ['the network of the device', outer(20007)],
    ['the network, with an inner cloud code', outer(9006, 1109)],
    ['the app itself', outer(7)],
    ['an error unknown to the app', outer(9)],
    ['the cloud, without an inner code', outer(30001)],
    ['the cloud, with an inner network code', outer(30001, 9006)],
    ['the cloud, with an inner time-out code of the phone', outer(30001, -1001)],
    ['the cloud, with an inner HTTP status', outer(30001, 502)],
    ['the cloud, with an inner code word for a lost connection', outer(30001, 'NETWORK_TIMEOUT')],
    ['an unknown code', outer(3)],
    ['no code', { errorMsg: password }],
    ['a bare text', `request:fail ${password}`],
    ['undefined', undefined],
    ['null', null],
  ])('leave the outcome of a command unknown: %s', async (_, failed) => {
    const { error, calls } = await failCommand(failed)
    expect(error).toMatchObject({ kind: 'outcome-unknown', check: 'test.panel.read' })
    expect(calls).toBe(1)
  })

  it('cause a retry of a read only when the network failed', async () => {
    const callsFor = async (given: unknown) => {
      const apiRequestByAtop = vi.fn(({ fail }: { fail(failure: unknown): void }) => fail(given))
      const scheduler = new VirtualTimeScheduler()
      const { apiRequest } = createPanel({
        actions,
        transport: nativeBridge({ apiRequestByAtop }),
        clock: scheduler,
      })
      const failed = failure(apiRequest('test.panel.read', { devId: 'vdevo1' }))
      scheduler.flush()
      await failed
      return apiRequestByAtop.mock.calls.length
    }
    expect(await callsFor(outer(9006))).toBe(3)
    expect(await callsFor(outer(30001, 1106))).toBe(1)
    expect(await callsFor(outer(9004))).toBe(1)
  })
})

describe('a failure of TYSdk', () => {
  const rejecting = (rejection: unknown) =>
    createPanel({
      actions,
      transport: nativeBridge({ apiRequest: () => Promise.reject(rejection) }),
    }).apiRequest('test.panel.command', commandParams)

  it.each([
    ['errorCode and errorMsg', { errorCode: '2006', errorMsg: 'no such user' }],
    ['code and message', { code: 2006, message: 'no such user' }],
    ['an Error with a code', Object.assign(new Error('no such user'), { code: 2006 })],
    ['JSON text', '{"errorCode":"2006","errorMsg":"no such user"}'],
  ])('is decoded from every spelling of its fields: %s', async (_, rejection) => {
    expect(await failure(rejecting(rejection))).toMatchObject({
      kind: 'vendor',
      code: 2006,
      vendorMessage: 'no such user',
      meaning: 'no such user',
      containerCode: undefined,
    })
  })
})

describe('a native host that never calls back', () => {
  it('causes a time-out of the panel, and the command is not resent', async () => {
    const apiRequestByAtop = vi.fn(() => undefined)
    const scheduler = new VirtualTimeScheduler()
    const transport = nativeBridge({ apiRequestByAtop })
    const { apiRequest } = createPanel({ actions, transport, clock: scheduler })
    const failed = failure(apiRequest('test.panel.command', commandParams))
    scheduler.flush()
    const error = await failed
    expect(error).toMatchObject({ kind: 'outcome-unknown', causeKind: 'timeout' })
    expect(apiRequestByAtop).toHaveBeenCalledTimes(1)
  })
})
