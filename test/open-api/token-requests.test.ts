import { lastValueFrom } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { OpenApiToken, TokenStore } from '../../src/open-api/token-store'
import { type CloudRequest, type SignedCloud, startSignedCloud } from '../support/signed-cloud'
import {
  answered,
  clientId,
  failureOf,
  order,
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

describe('a request for a token that is not answered', () => {
  const arrivals = (count: number) =>
    vi.waitUntil(() => cloud.tokenRequests().length === count, { interval: 1 })

  it('is aborted when no call waits for it, and the next call starts another one', async () => {
    cloud.intercept(() => 'hang')
    const transport = transportTo(cloud)
    const [one, other] = [transport.send(request).subscribe(), transport.send(order).subscribe()]
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

  it('is not joined by a call that comes when the first has given up', async () => {
    cloud.intercept(() => 'hang')
    const transport = transportTo(cloud, { clock: () => now })
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

describe('a request for a token that was aborted', () => {
  it('is not counted in the age of the next one', async () => {
    cloud.intercept(() => 'hang')
    const transport = transportTo(cloud, { clock: () => now })
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
    const transport = transportTo(cloud, { clock: () => now, tokenStore: store })
    expect(answered(await lastValueFrom(transport.send(request)))).toMatchObject({ success: true })
    return transport
  }

  it('keeps the token for the next process', async () => {
    const { store, kept } = storeOf()
    await send(store)
    expect(kept).toEqual([
      {
        accessToken: expect.stringMatching(/^access-1-/),
        refreshToken: expect.stringMatching(/^refresh-1-/),
        renewAt: START + 7_140_000,
      },
    ])
    await send(store)
    expect(cloud.tokenRequests()).toHaveLength(1)
    expect(kept).toHaveLength(1)
  })

  it('is asked only where the transport has no token that works', async () => {
    const { store } = storeOf()
    const get = vi.spyOn(store, 'get')
    const transport = await send(store)
    await lastValueFrom(transport.send(request))
    expect(get).toHaveBeenCalledTimes(1)
  })

  it('gives the refresh token of the last process, which is used once', async () => {
    const { store, kept } = storeOf()
    await send(store)
    now += 7_200_000
    cloud.expire()
    await send(store)
    expect(cloud.tokenRequests()).toEqual([firstToken, `/v1.0/token/${kept[0]?.refreshToken}`])
    expect(kept).toHaveLength(2)
  })

  it('saves a refresh where another process has refreshed already', async () => {
    const { store } = storeOf()
    const [one, other] = [await send(store), await send(store)]
    cloud.expire()
    for (const transport of [one, other])
      expect(answered(await lastValueFrom(transport.send(order)))).toMatchObject({ success: true })
    expect(cloud.tokenRequests()).toHaveLength(2)
  })

  it.each([
    ['over', 7_200_000],
    ['refused', 0],
  ])('does not bring back a token that was %s and whose refresh failed', async (_, laterMs) => {
    const { store } = storeOf()
    const transport = await send(store)
    now += laterMs
    cloud.forget()
    await failureOf(transport)
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
    ['gives nothing', () => null],
    ['gives what is no token', () => ({ accessToken: 1, refreshToken: 'r', renewAt: now + 1 })],
  ])('that %s counts as empty, and the token is kept all the same', async (_, fails) => {
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
