import { lastValueFrom } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { isParamsError } from '../../src/core/errors/params-error'
import type { FetchLike } from '../../src/core/transport/fetch-like'
import { type OpenApiOptions, openApi } from '../../src/open-api/open-api'
import { type SignedCloud, startSignedCloud } from '../support/signed-cloud'
import {
  answered,
  clientId,
  command,
  failureOf,
  request,
  START,
  secret,
  storeOf,
  transportTo,
} from './support'

let cloud: SignedCloud
let cloudNow: number
beforeEach(async () => {
  cloudNow = START
  cloud = await startSignedCloud({ clientId, secret, now: () => cloudNow })
})
afterEach(() => cloud.close())

describe('openApi', () => {
  it('is accepted by a cloud that verifies every signature', async () => {
    const transport = transportTo(cloud)
    const read = answered(await lastValueFrom(transport.send(request)))
    expect(read).toMatchObject({
      success: true,
      result: {
        method: 'GET',
        path: '/v1.1/devices/vdevo1/users',
        query: { page_no: '1', page_size: '10', keyword: '前 门', role: '' },
        body: '',
      },
    })
    expect(answered(await lastValueFrom(transport.send(command)))).toMatchObject({
      success: true,
      result: {
        method: 'POST',
        path: '/v1.0/smart-lock/devices/vdevo1/opmodes/actions/sync',
        query: { codes: 'unlock_card,unlock_face' },
        body: '{"note":"Tür"}',
      },
    })
    expect(cloud.tokenRequests()).toEqual(['/v1.0/token?grant_type=1'])
  })

  it('sends a content type with a body, and neither with a GET', async () => {
    const transport = transportTo(cloud)
    await lastValueFrom(transport.send(request))
    await lastValueFrom(transport.send({ ...command, params: { device_id: 'd' } }))
    const [read, posted] = cloud.calls()
    expect(read?.headers).not.toHaveProperty('signature-headers')
    expect([read?.body, read?.headers['content-type']]).toEqual(['', undefined])
    expect([posted?.body, posted?.headers['content-type']]).toEqual(['{}', 'application/json'])
  })

  it("sends the caller's headers, and signs the configured signature headers", async () => {
    const headers = vi.fn(async () => ({
      lang: 'zh',
      'Content-Type': 'application/json;charset=utf-8',
    }))
    const transport = transportTo(cloud, {
      headers,
      signatureHeaders: { area_id: '29a33e8796834b1efa6', call_id: '8afdb70ab2ed11eb' },
    })
    expect(answered(await lastValueFrom(transport.send(command)))).toMatchObject({ success: true })
    expect(cloud.calls()[0]?.headers).toMatchObject({
      lang: 'zh',
      'content-type': 'application/json;charset=utf-8',
      area_id: '29a33e8796834b1efa6',
      'signature-headers': 'area_id:call_id',
    })
    expect(headers).toHaveBeenCalledTimes(2)
  })

  it('gives every request its own nonce of 32 hex digits', async () => {
    const numbers = [0, 0.1, 0.2, 0.5, 0.999999999, 0, 0.3, 0.25]
    const transport = transportTo(cloud, { random: () => numbers.shift() ?? Math.random() })
    await lastValueFrom(transport.send(request))
    expect(cloud.received.map(({ headers }) => headers.nonce)).toEqual([
      '000000001999999933333333' + '80000000',
      'fffffffb000000004ccccccc' + '40000000',
    ])
  })

  it('keeps the route for any device id', async () => {
    const device_id = '../../v1.0/token?grant_type=1#%2e%2e/前门'
    const sent = { ...request, params: { device_id } }
    const answer = answered(await lastValueFrom(transportTo(cloud).send(sent)))
    const { path } = answer.result as { path: string }
    expect(path.split('/').map(decodeURIComponent)).toEqual([
      '',
      'v1.1',
      'devices',
      device_id,
      'users',
    ])
  })

  it.each([1010, 1013])(
    'reports a call as not sent when the cloud refuses it with code %d',
    async (code) => {
      const sent: boolean[] = []
      const announceSending = () => (isSent: boolean) => void sent.push(isSent)
      const transport = transportTo(cloud)
      await lastValueFrom(transport.send(request))
      let calls = 0
      cloud.intercept(({ url }) =>
        url.startsWith('/v1.0/token') || calls++ > 0
          ? undefined
          : { success: false, code, msg: 'no', t: START },
      )
      await lastValueFrom(transport.send({ ...request, announceSending }))
      expect(sent).toEqual([true, false, true])
    },
  )

  it('is a transport of the family open-api with a name of its own', () => {
    expect(transportTo(cloud)).toMatchObject({ name: 'openApi', families: ['open-api'] })
  })

  it('reports the host as unsupported if it has no fetch', async () => {
    vi.stubGlobal('fetch', undefined)
    try {
      const error = await failureOf(openApi({ clientId, secret, baseUrl: cloud.url }))
      expect(error).toMatchObject({ kind: 'unsupported', action: request.action })
    } finally {
      vi.unstubAllGlobals()
    }
  })

  it('keeps the secrets of its headers with each answer', async () => {
    const transport = transportTo(cloud, {
      headers: { authorization: 'Bearer of-the-proxy' },
      signatureHeaders: { cookie: 'session=of-the-site' },
    })
    const { secrets } = await lastValueFrom(transport.send(request))
    expect(secrets).toEqual(
      expect.arrayContaining([
        expect.stringContaining('of-the-proxy'),
        expect.stringContaining('of-the-site'),
      ]),
    )
  })

  it('sends nothing for a device id that a URL parser would remove', async () => {
    const error = await failureOf(transportTo(cloud), { ...request, params: { device_id: '..' } })
    expect(isParamsError(error)).toBe(true)
    expect(error).toMatchObject({ action: request.action, requestId: 'request-1', attempt: 2 })
    expect(cloud.received).toEqual([])
  })

  it('supports a base URL with a path, and signs only the route', async () => {
    const urls: string[] = []
    const fetch: FetchLike = (url, init) => {
      urls.push(url)
      return globalThis.fetch(url.replace('/tuya/', '/'), init)
    }
    const transport = openApi({
      clientId,
      secret,
      baseUrl: `${cloud.url}/tuya//`,
      clock: { now: () => START },
      fetch,
    })
    expect(answered(await lastValueFrom(transport.send(request)))).toMatchObject({ success: true })
    expect(urls[0]).toBe(`${cloud.url}/tuya/v1.0/token?grant_type=1`)
  })

  it.each([
    ['cn', 'https://openapi.tuyacn.com'],
    ['us', 'https://openapi.tuyaus.com'],
    ['us-east', 'https://openapi-ueaz.tuyaus.com'],
    ['eu', 'https://openapi.tuyaeu.com'],
    ['eu-west', 'https://openapi-weaz.tuyaeu.com'],
    ['in', 'https://openapi.tuyain.com'],
  ] as const)('uses the data centre of the region %s', async (region, address) => {
    const fetch = vi.fn<FetchLike>(() => Promise.reject(new Error('no network in a test')))
    await failureOf(openApi({ clientId, secret, region, fetch }))
    expect(fetch.mock.calls[0]?.[0]).toBe(`${address}/v1.0/token?grant_type=1`)
  })

  it.each<[string, object]>([
    ['baseUrl', { clientId, secret }],
    ['baseUrl', { clientId, secret, baseUrl: 'openapi.tuyaeu.com' }],
    ['baseUrl', { clientId, secret, baseUrl: `https://x/?key=${secret}` }],
    ['baseUrl', { clientId, secret, baseUrl: 'see https://x' }],
    ['baseUrl', { clientId, secret, baseUrl: new URL('https://x') }],
    ['clientId', { clientId: '', secret, baseUrl: 'https://x' }],
    ['clientId', { clientId: `\n${clientId}`, secret, baseUrl: 'https://x' }],
    ['secret', { clientId, secret: `${secret}\n`, baseUrl: 'https://x' }],
    ['secret', { clientId, secret: undefined, baseUrl: 'https://x' }],
    [
      'tokenStore',
      { clientId, secret, baseUrl: 'https://x', tokenStore: { get: () => undefined } },
    ],
    [
      'tokenStore',
      { clientId, secret, baseUrl: 'https://x', tokenStore: { ...storeOf().store, lock: 5 } },
    ],
  ])('rejects an invalid %s without its value in the error', (path, options) => {
    try {
      openApi(options as OpenApiOptions)
      expect.fail('expected a failure for invalid options')
    } catch (error) {
      if (!isParamsError(error)) throw error
      expect([error.action, ...error.issues.map((issue) => issue.path)]).toEqual(['openApi', path])
      expect(String(error)).not.toContain(secret)
    }
  })
})

describe('a wrong clock', () => {
  const HOUR_MS = 3_600_000

  it('is corrected by the time of the cloud, once for all calls', async () => {
    cloudNow = START + HOUR_MS
    const transport = transportTo(cloud)
    for (const sent of [request, command])
      expect(answered(await lastValueFrom(transport.send(sent)))).toMatchObject({ success: true })
    expect(cloud.received.map(({ headers }) => Number(headers.t) - START)).toEqual([
      0,
      HOUR_MS,
      HOUR_MS,
      HOUR_MS,
    ])
  })

  it.each([1004, 1013])('causes one resend with a new signature after code %d', async (code) => {
    const transport = transportTo(cloud)
    await lastValueFrom(transport.send(request))
    const rejection = { success: false, code, msg: 'no', t: START + HOUR_MS }
    cloud.intercept(({ url }) => (url.startsWith('/v1.0/token') ? undefined : rejection))
    expect(answered(await lastValueFrom(transport.send(command)))).toEqual(rejection)
    const [, first, second, ...more] = cloud.calls()
    expect(more).toEqual([])
    expect([second?.url, second?.body]).toEqual([first?.url, first?.body])
    expect(second?.headers.nonce).not.toBe(first?.headers.nonce)
    expect(Number(second?.headers.t) - Number(first?.headers.t)).toBe(HOUR_MS)
  })

  it('is not corrected when the rejection has no time in milliseconds', async () => {
    const transport = transportTo(cloud)
    await lastValueFrom(transport.send(request))
    for (const t of [undefined, 1_700_003_600, 'soon']) {
      cloud.intercept(() => ({ success: false, code: 1004, msg: 'sign invalid', t }))
      await lastValueFrom(transport.send(request))
    }
    expect(new Set(cloud.received.map(({ headers }) => headers.t))).toEqual(new Set([`${START}`]))
  })

  it.each([408, 429, 500, 502])(
    'causes no resend after an answer with status %d',
    async (httpStatus) => {
      const transport = transportTo(cloud)
      await lastValueFrom(transport.send(request))
      const rejection = { success: false, code: 1013, msg: 'no', httpStatus }
      cloud.intercept(() => rejection)
      expect(await lastValueFrom(transport.send(command))).toMatchObject({ statusCode: httpStatus })
      expect(cloud.calls()).toHaveLength(2)
    },
  )
})
