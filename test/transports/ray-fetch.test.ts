import { asyncScheduler, lastValueFrom } from 'rxjs'
import { describe, expect, it, vi } from 'vitest'
import { allActions } from '../../actions'
import { fakeWx } from '../../simulator/wx/fake-wx'
import type { TransportError } from '../../src/core/errors/transport-error'
import { isVendorError } from '../../src/core/errors/vendor-error'
import { createPanel } from '../../src/core/panel/create-panel'
import type { TransportRequest } from '../../src/core/transport/transport'
import type { WxLike } from '../../src/core/transport/wx-like'
import { type RayFetch, rayFetch } from '../../src/transports/ray-fetch'
import { httpExchange } from '../support/http-exchange'
import { failure, openParams } from '../support/panels'
import { startScriptedServer } from '../support/scripted-server'
import { describeTransport, expectNoSecret } from './conformance'
import { request, secrets, token } from './sample-request'

/** A model of the vendor's fetch: sends with wx.request, parses answers, rejects with the failures of WeChat. */
const fetchOver =
  (device: WxLike, url: string): RayFetch =>
  (call) =>
    new Promise((resolve, reject) => {
      device.request({
        url,
        method: 'POST',
        header: { 'content-type': 'application/json', authorization: token },
        data: call,
        success: ({ data }) => resolve(data),
        fail: (failed) => reject({ ...failed, config: { authorization: token } }),
      })
    })

describeTransport(
  'rayFetch',
  async () => {
    const server = await startScriptedServer()
    const over = (domains?: readonly string[]) =>
      rayFetch(
        fetchOver(
          fakeWx(httpExchange(server.url), asyncScheduler, domains && { domains }),
          server.url,
        ),
      )
    return {
      transport: over(),
      request,
      secrets,
      requests: () => server.received.length,
      script: server.script,
      arrival: server.arrival,
      unreachable: async () => [
        { why: 'not in the list of domains', transport: over(['https://elsewhere.example']) },
      ],
      close: server.close,
    }
  },
  { http: false, text: false, aborts: false, reportsNotSent: true },
)

const sent = (fetch: RayFetch, changed: Partial<TransportRequest> = {}) =>
  lastValueFrom(rayFetch(fetch).send({ ...request, ...changed }))

describe('the call that rayFetch makes', () => {
  it('contains {action, params} and nothing else', async () => {
    const fetch = vi.fn<RayFetch>(async () => true)
    await sent(fetch)
    expect(fetch.mock.calls).toEqual([[{ action: request.action, params: request.params }]])
  })

  it('contains the version of a call that has one', async () => {
    const fetch = vi.fn<RayFetch>(async () => true)
    await sent(fetch, { version: '2.0' })
    expect(fetch.mock.calls[0]?.[0]).toMatchObject({ version: '2.0' })
  })
})

describe('the result of the vendor fetch', () => {
  it.each([
    ['the envelope', { success: true, result: 1_752_580_800_000, t: 1 }],
    ['the bare result', 1_752_580_800_000],
    ['JSON text', '{"success":true,"result":1752580800000,"t":1}'],
  ])('is decoded from %s', async (_, value) => {
    const panel = createPanel({ actions: allActions, transport: rayFetch(async () => value) })
    expect(await panel.apiRequest('timer.currentTime', {})).toBe(1_752_580_800_000)
  })

  it('is not emitted to a subscriber that has unsubscribed', async () => {
    const answer = Promise.resolve({ success: true })
    const received: unknown[] = []
    const transport = rayFetch(() => answer)
    transport
      .send(request)
      .subscribe((value) => received.push(value))
      .unsubscribe()
    await lastValueFrom(transport.send(request))
    expect(received).toEqual([])
  })
})

describe('a rejection of the vendor fetch', () => {
  const open = (rejection: unknown) => {
    const fetch = vi.fn<RayFetch>(() => Promise.reject(rejection))
    const panel = createPanel({ actions: allActions, transport: rayFetch(fetch) })
    return { fetch, outcome: failure(panel.apiRequest('doorLock.passwordFreeOpen', openParams)) }
  }

  it.each([
    ['{code, msg}', { code: 1106, msg: 'permission deny' }],
    ['{code, msg} with the code as text', { code: '1106', msg: 'permission deny' }],
    ['{errorCode, errorMsg}', { errorCode: 1106, errorMsg: 'permission deny' }],
    ['the whole envelope', { success: false, code: 1106, msg: 'permission deny', t: 1 }],
    ['an Error with both', Object.assign(new Error('x'), { code: 1106, msg: 'permission deny' })],
  ])('becomes a vendor error: %s', async (_, rejection) => {
    const { fetch, outcome } = open(rejection)
    const error = await outcome
    if (!isVendorError(error)) throw error
    expect(error).toMatchObject({ code: 1106, vendorMessage: 'permission deny' })
    expect(fetch).toHaveBeenCalledTimes(1)
  })

  it.each([
    ['an Error', new Error(`Network Error ${token}`)],
    ['an Error with a code of Node', Object.assign(new Error(token), { code: 'ECONNRESET' })],
    ['an Error with an old numeric code', Object.assign(new Error(token), { code: 19 })],
    ['a failure of wx', { errMsg: 'request:fail timeout', errno: 5 }],
    ['an HTTP status', { code: 504, msg: `Gateway Timeout ${token}` }],
    ['an HTTP status as code', { code: 500, msg: 'Internal Server Error' }],
    ['a client code', { code: -1, msg: 'network error' }],
    ['a code that is a word', { errorCode: 'NETWORK_ERROR', errorMsg: token }],
    ['a text', `request:fail timeout ${token}`],
    ['undefined', undefined],
    ['null', null],
    ['an empty object', {}],
  ])(
    'leaves the outcome of a command unknown, and the command is not resent: %s',
    async (_, rejection) => {
      const { fetch, outcome } = open(rejection)
      const error = await outcome
      expect(error).toMatchObject({ kind: 'outcome-unknown' })
      expectNoSecret(error, { secrets })
      expect(fetch).toHaveBeenCalledTimes(1)
    },
  )

  const failureOver = (fetch: RayFetch): Promise<TransportError> =>
    sent(fetch).then(
      () => expect.fail('expected a failure, received an answer'),
      (error) => error,
    )

  it('becomes an error with a plain reason instead of the text of WeChat', async () => {
    const failed = { errMsg: `request:fail 请求超时。${token}` }
    const error = await failureOver(() => Promise.reject(failed))
    expect(error).toMatchObject({ kind: 'transport', delivery: 'unknown', requestId: 'request-1' })
    expect(error.message).toContain('time-out')
  })

  it('may also be thrown synchronously', async () => {
    const error = await failureOver(() => {
      throw new TypeError(`not logged in ${token}`)
    })
    expect(error).toMatchObject({ kind: 'transport', delivery: 'unknown' })
    expectNoSecret(error, { secrets })
  })
})
