import { unknown } from 'io-ts'
import { lastValueFrom } from 'rxjs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { defineAction } from '../../src/core/action'
import { isSdkError } from '../../src/core/errors/sdk-error'
import { createPanel } from '../../src/core/panel/create-panel'
import type { PanelEvent } from '../../src/core/pipeline/events'
import { type SignedCloud, startSignedCloud } from '../support/signed-cloud'
import { clientId, failureOf, printed, request, secret, transportTo } from './support'

let cloud: SignedCloud
beforeEach(async () => {
  cloud = await startSignedCloud({ clientId, secret })
})
afterEach(() => cloud.close())

const listUsers = defineAction({
  name: 'GET /v1.1/devices/{device_id}/users',
  family: 'open-api',
  safety: 'read',
  locks: ['any'],
  params: unknown,
  result: unknown,
})

/** Every secret that the cloud has received so far. */
const receivedSecrets = () => {
  const found = new Set([secret])
  for (const { url, headers } of cloud.received) {
    found.add(String(headers.sign))
    if (headers.access_token !== undefined) found.add(String(headers.access_token))
    const refreshToken = /^\/v1\.0\/token\/(.+)$/.exec(url)?.[1]
    if (refreshToken !== undefined) found.add(refreshToken)
  }
  return [...found]
}

const expectNoSecretIn = (what: unknown) => {
  expect(receivedSecrets().length).toBeGreaterThan(2)
  for (const value of receivedSecrets()) expect(printed(what)).not.toContain(value)
}

/** Makes the cloud repeat the secrets that it received in its message. */
const repeatSecrets = (code: number) =>
  cloud.intercept(({ url, headers }) => ({
    success: false,
    code,
    msg: `${url} ${headers.sign} ${headers.access_token} ${secret}`,
  }))

it('openApi lists the secret, the signature and both tokens as secrets of the answer', async () => {
  const answer = await lastValueFrom(transportTo(cloud, { clock: Date.now }).send(request))
  const { sign, access_token } = cloud.calls()[0]?.headers ?? {}
  expect(answer.secrets).toEqual(
    expect.arrayContaining([secret, sign, access_token, expect.stringMatching(/^refresh-1-/)]),
  )
})

it.each([1001, 1004, 1010, 1109])(
  'openApi redacts every secret that the cloud repeats with code %d',
  async (code) => {
    const transport = transportTo(cloud, { clock: Date.now })
    await lastValueFrom(transport.send(request))
    const panel = createPanel({ actions: { listUsers }, transport })
    const events: PanelEvent[] = []
    panel.events$.subscribe((event) => events.push(event))
    repeatSecrets(code)
    const error: unknown = await panel
      .apiRequest('GET /v1.1/devices/{device_id}/users', { device_id: 'vdevo1' })
      .then(
        () => expect.fail('expected a failure, received an answer'),
        (failure: unknown) => failure,
      )
    expect(isSdkError(error)).toBe(true)
    expect(error).toMatchObject({ kind: 'vendor', code })
    expect(events.map(({ type }) => type)).toContain('failed')
    expectNoSecretIn(error)
    expectNoSecretIn(events)
  },
)

it('openApi reveals no secret when the cloud rejects the refresh and a new token', async () => {
  const transport = transportTo(cloud, { clock: Date.now })
  await lastValueFrom(transport.send(request))
  cloud.forget()
  cloud.intercept(({ url, headers }) =>
    url.startsWith('/v1.0/token')
      ? { success: false, code: 1010, msg: `token invalid: ${url} ${headers.sign}` }
      : undefined,
  )
  const error = await failureOf(transport)
  expect(error).toMatchObject({ kind: 'vendor', code: 1010 })
  expect(cloud.tokenRequests()).toHaveLength(3)
  expectNoSecretIn(error)
})

it('openApi redacts a refresh token that looks like a word', async () => {
  cloud.intercept(({ url }) =>
    url === '/v1.0/token/sesame'
      ? { success: false, code: 1110, msg: 'token sesame is busy' }
      : { success: true, result: { access_token: 'a', refresh_token: 'sesame', expire_time: 0 } },
  )
  const transport = transportTo(cloud)
  await lastValueFrom(transport.send(request))
  const error = await failureOf(transport)
  expect(String(error)).toContain('token [secret] is busy')
  expect(printed(error)).not.toContain('sesame')
})

it('openApi reveals no secret when the connection breaks or fetch repeats its input', async () => {
  const transport = transportTo(cloud, { clock: Date.now })
  await lastValueFrom(transport.send(request))
  cloud.intercept(() => 'drop')
  expectNoSecretIn(await failureOf(transport))
  const leaking = transportTo(cloud, {
    fetch: (url, init) => Promise.reject(new TypeError(`${url} ${JSON.stringify(init)}`)),
  })
  expectNoSecretIn(await failureOf(leaking))
})

it('openApi reveals no secret when the transport itself is printed', () => {
  expect(printed(transportTo(cloud))).not.toContain(secret)
})
