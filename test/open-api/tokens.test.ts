import { lastValueFrom } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isTransportError } from '../../src/core/errors/transport-error'
import { isVendorError } from '../../src/core/errors/vendor-error'
import { openApi } from '../../src/open-api/open-api'
import { type CloudRequest, type SignedCloud, startSignedCloud } from '../support/signed-cloud'
import {
  answered,
  clientId,
  command,
  failureOf,
  request,
  START,
  secret,
  transportTo,
} from './support'

const LIFETIME_SECONDS = 7200
const firstToken = '/v1.0/token?grant_type=1'
const refreshed = expect.stringMatching(/^\/v1\.0\/token\/refresh-/)
const isToken = ({ url }: CloudRequest) => url.startsWith('/v1.0/token')

let cloud: SignedCloud
let now: number
beforeEach(async () => {
  now = START
  cloud = await startSignedCloud({
    clientId,
    secret,
    now: () => now,
    lifeSeconds: LIFETIME_SECONDS,
  })
})
afterEach(() => cloud.close())

/** A transport that has fetched its first token. */
const warmTransport = async () => {
  const transport = transportTo(cloud, { clock: () => now })
  await lastValueFrom(transport.send(request))
  return transport
}
type Transport = Awaited<ReturnType<typeof warmTransport>>
const fifty = <T>(send: (index: number) => T): readonly T[] =>
  Array.from({ length: 50 }, (_, index) => send(index))
const sendAll = (transport: Transport) =>
  Promise.all(
    fifty((index) =>
      lastValueFrom(transport.send({ ...command, params: { ...command.params, note: index } })),
    ),
  )
const failAll = (transport: Transport) => Promise.all(fifty(() => failureOf(transport)))

describe('the token', () => {
  it('is fetched at the first call, once for all waiting calls', async () => {
    const transport = transportTo(cloud)
    transport.send(request)
    await new Promise((resolve) => setImmediate(resolve))
    expect(cloud.received).toEqual([])
    const answers = await sendAll(transport)
    expect(answers.map(answered)).toEqual(fifty(() => expect.objectContaining({ success: true })))
    expect(cloud.tokenRequests()).toEqual([firstToken])
  })

  it('is refreshed exactly once when the cloud rejects it for 50 parallel calls', async () => {
    const transport = await warmTransport()
    cloud.expire()
    const answers = await sendAll(transport)
    expect(answers.map((answer) => answered(answer).result)).toEqual(
      fifty((index) => ({
        method: 'POST',
        path: '/v1.0/smart-lock/devices/vdevo1/opmodes/actions/sync',
        query: { codes: 'unlock_card,unlock_face' },
        body: JSON.stringify({ note: index }),
      })),
    )
    expect(cloud.tokenRequests()).toEqual([firstToken, refreshed])
    expect(cloud.calls()).toHaveLength(1 + 100)
  })

  it('is refreshed exactly once, before any request, when 50 parallel calls find it expired', async () => {
    const transport = await warmTransport()
    now += LIFETIME_SECONDS * 1000
    cloud.expire()
    await sendAll(transport)
    expect(cloud.tokenRequests()).toEqual([firstToken, refreshed])
    expect(cloud.calls()).toHaveLength(1 + 50)
  })

  it('is renewed one minute before it expires', async () => {
    const transport = await warmTransport()
    now += (LIFETIME_SECONDS - 61) * 1000
    await lastValueFrom(transport.send(request))
    expect(cloud.tokenRequests()).toHaveLength(1)
    now += 1000
    await lastValueFrom(transport.send(request))
    expect(cloud.tokenRequests()).toHaveLength(2)
  })

  it('is used until shortly before it expires when its lifetime is short', async () => {
    cloud.intercept((sent) =>
      isToken(sent)
        ? { success: true, result: { access_token: 'a', refresh_token: 'r', expire_time: 30 } }
        : { success: true, result: 1 },
    )
    const transport = await warmTransport()
    now += 26_000
    await lastValueFrom(transport.send(request))
    expect(cloud.tokenRequests()).toHaveLength(1)
    now += 1000
    await lastValueFrom(transport.send(request))
    expect(cloud.tokenRequests()).toEqual([firstToken, '/v1.0/token/r'])
  })

  it.each([1002, 1010, 1011, 1012, 1400])(
    'is renewed after code %d, and the call is resent once with the same query and body',
    async (code) => {
      const transport = await warmTransport()
      const rejection = { success: false, code, msg: 'token invalid' }
      cloud.intercept((sent) => (isToken(sent) ? undefined : rejection))
      expect(answered(await lastValueFrom(transport.send(command)))).toEqual(rejection)
      const [, first, second, ...more] = cloud.calls()
      expect(more).toEqual([])
      expect(first?.url).toContain('?codes=unlock_card%2Cunlock_face')
      expect([second?.method, second?.url, second?.body]).toEqual([
        first?.method,
        first?.url,
        first?.body,
      ])
      expect(second?.headers.access_token).not.toBe(first?.headers.access_token)
      expect(cloud.tokenRequests()).toEqual([firstToken, refreshed])
    },
  )

  it('is corrected together with the clock, each at most once', async () => {
    const transport = await warmTransport()
    cloud.expire()
    let remaining = 1
    cloud.intercept((sent) =>
      !isToken(sent) && remaining-- > 0
        ? { success: false, code: 1013, msg: 'late', t: now }
        : undefined,
    )
    expect(answered(await lastValueFrom(transport.send(command)))).toMatchObject({ success: true })
    expect(cloud.calls()).toHaveLength(1 + 3)
  })
})

describe('a token that cannot be fetched', () => {
  const rejectTokens = () =>
    cloud.intercept((sent) =>
      isToken(sent) ? { success: false, code: 1010, msg: 'token invalid' } : undefined,
    )

  it('fails all waiting calls once, and the next call requests a token by the client id', async () => {
    const transport = await warmTransport()
    now += LIFETIME_SECONDS * 1000
    rejectTokens()
    const failures = await failAll(transport)
    for (const failure of failures) {
      if (!isVendorError(failure)) throw failure
      expect(failure).toMatchObject({
        code: 1010,
        class: 'refresh',
        action: request.action,
        requestId: 'request-1',
        attempt: 2,
      })
      expect(failure.message).toContain('request for a token')
    }
    const failed = [firstToken, refreshed, firstToken]
    expect(cloud.tokenRequests()).toEqual(failed)
    expect(cloud.calls()).toHaveLength(1)

    cloud.intercept(() => undefined)
    expect(answered(await lastValueFrom(transport.send(request)))).toMatchObject({ success: true })
    expect(cloud.tokenRequests()).toEqual([...failed, firstToken])
  })

  it('fails all calls in flight after one refresh', async () => {
    const transport = await warmTransport()
    cloud.expire()
    rejectTokens()
    const failures = await failAll(transport)
    expect(failures.every(isVendorError)).toBe(true)
    const failed = [firstToken, refreshed, firstToken]
    expect(cloud.tokenRequests()).toEqual(failed)
    cloud.intercept(() => undefined)
    await lastValueFrom(transport.send(request))
    expect(cloud.tokenRequests()).toEqual([...failed, firstToken])
  })

  it.each([
    ['breaks the connection', 'drop' as const, /the request failed/],
    ['answers without an envelope', { httpStatus: 503 }, /HTTP status 503/],
    [
      'answers through a gateway',
      { httpStatus: 502, success: false, code: 1010, msg: '' },
      /HTTP status 502/,
    ],
    [
      'answers without a token',
      { success: true, result: { access_token: 1 } },
      /the answer contained none/,
    ],
  ])('fails the call with delivery not-sent when the cloud %s', async (_, scripted, reason) => {
    cloud.intercept((sent) => (isToken(sent) ? scripted : undefined))
    const error = await failureOf(transportTo(cloud), command)
    if (!isTransportError(error)) throw error
    expect(error.delivery).toBe('not-sent')
    expect(error.message).toMatch(reason)
    expect(error).toMatchObject({ action: command.action, requestId: 'request-1', attempt: 2 })
    expect(cloud.calls()).toEqual([])
  })

  it('fails with the wait that the cloud asks for', async () => {
    const fetch = async () => new Response('', { status: 429, headers: { 'retry-after': '7' } })
    const error = await failureOf(openApi({ clientId, secret, baseUrl: cloud.url, fetch }))
    expect(error).toMatchObject({ delivery: 'not-sent', retryAfterMs: 7000 })
  })

  it('is not refreshed twice with a refresh token whose answer was lost', async () => {
    const transport = await warmTransport()
    now += LIFETIME_SECONDS * 1000
    cloud.intercept((sent) => (isToken(sent) ? 'drop' : undefined))
    await failureOf(transport)
    cloud.intercept(() => undefined)
    await lastValueFrom(transport.send(request))
    expect(cloud.tokenRequests()).toEqual([firstToken, refreshed, firstToken])
  })

  it('does not affect the refresh of a later token', async () => {
    const transport = await warmTransport()
    cloud.forget()
    await lastValueFrom(transport.send(request))
    cloud.expire()
    expect(answered(await lastValueFrom(transport.send(request)))).toMatchObject({ success: true })
    expect(cloud.tokenRequests()).toEqual([firstToken, refreshed, firstToken, refreshed])
  })

  it('is requested twice for a wrong secret, the second time with the time of the cloud', async () => {
    const error = await failureOf(transportTo(cloud, { secret: 'another-secret' }))
    expect(error).toMatchObject({ kind: 'vendor', code: 1004, class: 're-sign' })
    expect(cloud.received).toHaveLength(2)
  })
})
