import { lastValueFrom } from 'rxjs'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { TokenStore } from '../../src/open-api/token-store'
import { type SignedCloud, startSignedCloud } from '../support/signed-cloud'
import {
  answered,
  clientId,
  failureOf,
  request,
  START,
  secret,
  storeOf,
  transportTo,
} from './support'

const firstToken = '/v1.0/token?grant_type=1'
const refreshed = expect.stringContaining('/v1.0/token/')

let cloud: SignedCloud
let now: number
beforeEach(async () => {
  now = START
  cloud = await startSignedCloud({ clientId, secret, now: () => now })
})
afterEach(() => cloud.close())

const transportOver = (tokenStore?: TokenStore) =>
  transportTo(cloud, { clock: { now: () => now }, ...(tokenStore && { tokenStore }) })
const succeeds = async (transport: ReturnType<typeof transportOver>) =>
  expect(answered(await lastValueFrom(transport.send(request)))).toMatchObject({ success: true })

it.each([
  ['expired', 7_200_000, 51],
  ['was rejected', 0, 101],
])(
  'openApi fetches one new token for all waiting calls when the token %s and the refresh token is dead',
  async (_, laterMs, calls) => {
    const transport = transportOver()
    await succeeds(transport)
    now += laterMs
    cloud.forget()
    await Promise.all(Array.from({ length: 50 }, () => succeeds(transport)))
    expect(cloud.tokenRequests()).toEqual([firstToken, refreshed, firstToken])
    expect(cloud.calls()).toHaveLength(calls)
  },
)

it.each([
  ['code 1010', { success: false, code: 1010, msg: 'token invalid' }],
  ['code 1109', { success: false, code: 1109, msg: 'param is illegal' }],
  ['code 2007', { success: false, code: 2007, msg: 'token expired' }],
  ['HTTP 400 without an envelope', { httpStatus: 400 }],
  ['HTTP 401 without an envelope', { httpStatus: 401 }],
  ['a result without a token', { success: true, result: {} }],
  ['a result with a validity alone', { success: true, result: { expire_time: 7200 } }],
  [
    'a result without a refresh token',
    { success: true, result: { access_token: 'a', expire_time: 7200 } },
  ],
])('openApi fetches a new token when the cloud answers a refresh with %s', async (_, refusal) => {
  const transport = transportOver()
  await succeeds(transport)
  now += 7_200_000
  cloud.intercept(({ url }) => (url.startsWith('/v1.0/token/') ? refusal : undefined))
  await succeeds(transport)
  expect(cloud.tokenRequests()).toEqual([firstToken, refreshed, firstToken])
  expect(cloud.calls()).toHaveLength(2)
})

it.each([
  ['too many requests', { success: false, code: 1110, msg: '' }],
  ['a gateway', { httpStatus: 502, success: false, code: 1010, msg: '' }],
  ['a broken connection', 'drop' as const],
])(
  'openApi does not fetch a new token at once after a refresh that ended with %s',
  async (_, answer) => {
    const transport = transportOver()
    await succeeds(transport)
    now += 7_200_000
    cloud.intercept(({ url }) => (url.startsWith('/v1.0/token') ? answer : undefined))
    await failureOf(transport)
    expect(cloud.tokenRequests()).toEqual([firstToken, refreshed])
  },
)

it('openApi uses the token that another process saved while its own refresh was refused', async () => {
  const { store, saved } = storeOf()
  await succeeds(transportOver(store))
  now += 7_200_000
  cloud.intercept(({ url }) => {
    if (!url.startsWith('/v1.0/token/') || saved.length > 1) return undefined
    saved.push({ accessToken: 'of-another', refreshToken: 'r', renewAt: now + 1_000 })
    return { success: false, code: 1010, msg: 'token invalid' }
  })
  await lastValueFrom(transportOver(store).send(request))
  const [call] = cloud.calls().slice(-2)
  expect(call?.headers.access_token).toBe('of-another')
})

it('openApi prefers a valid token of the store to its own rejected one, whichever lasts longer', async () => {
  const { store, saved } = storeOf()
  const transport = transportOver(store)
  await succeeds(transport)
  cloud.expire()
  await succeeds(transportOver(store))
  const [, last] = saved
  if (last === undefined) throw new Error('no second token')
  saved.push({ ...last, renewAt: now + 1_000 })
  await succeeds(transport)
  expect(cloud.tokenRequests()).toEqual([firstToken, refreshed])
})

it('openApi does not wait for a lock while the store has a valid token', async () => {
  const { store } = storeOf()
  await succeeds(transportOver(store))
  const lock = vi.fn(() => new Promise<never>(() => undefined))
  await succeeds(transportOver({ ...store, lock }))
  expect(lock).not.toHaveBeenCalled()
})

it('openApi holds the lock until the token is saved, and does not delay the call for that', async () => {
  const steps: string[] = []
  let finishSaving = (): void => expect.fail('nothing is being saved')
  const { store } = storeOf()
  const slow: TokenStore = {
    ...store,
    set: () =>
      new Promise<void>((resolve) => {
        finishSaving = resolve
      }),
    lock: (refresh) => refresh().then(() => steps.push('lock is free')),
  }
  await succeeds(transportOver(slow))
  expect(steps).toEqual([])
  finishSaving()
  await vi.waitUntil(() => steps.length > 0, { interval: 1 })
})

it('openApi frees the lock when no call waits for the refresh any more', async () => {
  cloud.intercept(() => 'hang')
  const free = vi.fn()
  const { store } = storeOf()
  const subscription = transportOver({ ...store, lock: (refresh) => refresh().then(free) })
    .send(request)
    .subscribe()
  await vi.waitUntil(() => cloud.tokenRequests().length > 0, { interval: 1 })
  expect(free).not.toHaveBeenCalled()
  subscription.unsubscribe()
  await vi.waitUntil(() => free.mock.calls.length > 0, { interval: 1 })
})
