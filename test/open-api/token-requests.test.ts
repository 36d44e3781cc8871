import { lastValueFrom } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenApiToken, TokenStore } from '../../src/open-api/token-store'
import { type CloudRequest, type SignedCloud, startSignedCloud } from '../support/signed-cloud'
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

const firstToken = '/v1.0/token?grant_type=1'

let cloud: SignedCloud
let now: number
beforeEach(async () => {
  now = START
  cloud = await startSignedCloud({ clientId, secret, now: () => now })
})
afterEach(() => cloud.close())

describe('an unanswered token request', () => {
  const arrivals = (count: number) =>
    vi.waitUntil(() => cloud.tokenRequests().length === count, { interval: 1 })

  it('is aborted when no call waits for it, and the next call starts a new one', async () => {
    cloud.intercept(() => 'hang')
    const transport = transportTo(cloud)
    const [one, other] = [transport.send(request).subscribe(), transport.send(command).subscribe()]
    await arrivals(1)
    one.unsubscribe()
    cloud.intercept(() => undefined)
    const third = transport.send(request).subscribe()
    await new Promise((resolve) => setImmediate(resolve))
    expect(cloud.tokenRequests()).toEqual([firstToken])
    other.unsubscribe()
    third.unsubscribe()
    expect(answered(await lastValueFrom(transport.send(request)))).toMatchObject({ success: true })
    expect(cloud.tokenRequests()).toEqual([firstToken, firstToken])
  })

  it('is not joined by a call that starts after its time-out', async () => {
    cloud.intercept(() => 'hang')
    const transport = transportTo(cloud, { clock: { now: () => now } })
    const waiting = transport.send(request).subscribe()
    await arrivals(1)
    cloud.intercept(() => undefined)
    now += request.timeoutMs
    expect(answered(await lastValueFrom(transport.send(request)))).toMatchObject({ success: true })
    expect(cloud.tokenRequests()).toEqual([firstToken, firstToken])
    waiting.unsubscribe()
    await lastValueFrom(transport.send(request))
    expect(cloud.tokenRequests()).toHaveLength(2)
  })
})

describe('an aborted token request', () => {
  it('does not count towards the age of the next token request', async () => {
    cloud.intercept(() => 'hang')
    const transport = transportTo(cloud, { clock: { now: () => now } })
    const requests = (count: number) =>
      vi.waitUntil(() => cloud.tokenRequests().length === count, { interval: 1 })
    const first = transport.send(request).subscribe()
    await requests(1)
    first.unsubscribe()
    now += request.timeoutMs - 1
    const second = transport.send(request).subscribe()
    await requests(2)
    now += 1
    const third = transport.send(request).subscribe()
    await new Promise((resolve) => setImmediate(resolve))
    expect(cloud.tokenRequests()).toHaveLength(2)
    second.unsubscribe()
    third.unsubscribe()
  })
})

describe('a token store', () => {
  const send = async (store: TokenStore) => {
    const transport = transportTo(cloud, { clock: { now: () => now }, tokenStore: store })
    expect(answered(await lastValueFrom(transport.send(request)))).toMatchObject({ success: true })
    return transport
  }

  it('keeps the token for the next process', async () => {
    const { store, saved } = storeOf()
    await send(store)
    expect(saved).toEqual([
      {
        accessToken: expect.stringMatching(/^access-1-/),
        refreshToken: expect.stringMatching(/^refresh-1-/),
        renewAt: START + 7_140_000,
      },
    ])
    await send(store)
    expect(cloud.tokenRequests()).toHaveLength(1)
    expect(saved).toHaveLength(1)
  })

  it('is read only when the transport has no working token', async () => {
    const { store } = storeOf()
    const get = vi.spyOn(store, 'get')
    const transport = await send(store)
    await lastValueFrom(transport.send(request))
    expect(get).toHaveBeenCalledTimes(1)
  })

  it('provides the refresh token of the last process, which is used once', async () => {
    const { store, saved } = storeOf()
    await send(store)
    now += 7_200_000
    cloud.expire()
    await send(store)
    expect(cloud.tokenRequests()).toEqual([firstToken, `/v1.0/token/${saved[0]?.refreshToken}`])
    expect(saved).toHaveLength(2)
  })

  it('avoids a refresh when another process has already refreshed', async () => {
    const { store } = storeOf()
    const [one, other] = [await send(store), await send(store)]
    cloud.expire()
    for (const transport of [one, other])
      expect(answered(await lastValueFrom(transport.send(command)))).toMatchObject({
        success: true,
      })
    expect(cloud.tokenRequests()).toHaveLength(2)
  })

  it.each([
    ['expired', 7_200_000],
    ['rejected', 0],
  ])('does not restore a token that was %s and whose refresh failed', async (_, laterMs) => {
    const { store } = storeOf()
    const transport = await send(store)
    now += laterMs
    cloud.forget()
    cloud.intercept(({ url }) => (url.startsWith('/v1.0/token') ? 'drop' : undefined))
    await failureOf(transport)
    cloud.intercept(() => undefined)
    await lastValueFrom(transport.send(request))
    expect(cloud.tokenRequests()).toEqual([
      firstToken,
      expect.stringContaining('refresh-1'),
      firstToken,
    ])
    const sentWithIt = ({ headers }: CloudRequest) => headers.access_token?.includes('access-1')
    expect(cloud.calls().filter(sentWithIt)).toHaveLength(laterMs === 0 ? 2 : 1)
  })

  it.each<[string, () => unknown]>([
    [
      'throws',
      () => {
        throw new Error('no disk')
      },
    ],
    ['rejects', () => Promise.reject(new Error('no disk'))],
    ['returns null', () => null],
    ['returns a text', () => 'token'],
    ['returns an invalid token', () => ({ accessToken: 1, refreshToken: 'r', renewAt: now + 1 })],
    ['returns no refresh token', () => ({ accessToken: 'a', renewAt: now + 1 })],
    ['returns no end', () => ({ accessToken: 'a', refreshToken: 'r', renewAt: '9999999999999' })],
  ])('that %s counts as empty, and the transport keeps its token', async (_, fails) => {
    const store = { get: fails as () => OpenApiToken | undefined, set: fails }
    const transport = await send(store)
    await lastValueFrom(transport.send(request))
    expect(cloud.tokenRequests()).toEqual([firstToken])
    now += 7_200_000
    cloud.expire()
    await lastValueFrom(transport.send(request))
    expect(cloud.tokenRequests()).toEqual([firstToken, expect.stringContaining('refresh-1')])
  })
})
