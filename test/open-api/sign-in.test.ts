import { createHash } from 'node:crypto'
import { lastValueFrom } from 'rxjs'
import { afterEach, describe, expect, it } from 'vitest'
import { createClock, createSimulator, seed } from '../../simulator'
import { ParamsError } from '../../src/core/errors/params-error'
import { openApi } from '../../src/open-api/open-api'
import { regionUrls } from '../../src/open-api/regions'
import type { SignIn } from '../../src/open-api/sign-in'
import { failureOf, printed, START } from './support'

const { olivia, caretaker } = seed.accounts
const appUser: SignIn = { as: 'app-user', ...olivia }
const projectUser: SignIn = { as: 'project-user', ...caretaker }
const request = {
  action: 'GET /v1.0/devices/{device_id}',
  family: 'open-api',
  params: { device_id: seed.locks.frontDoor.id },
  requestId: 'request-1',
  attempt: 1,
  timeoutMs: 10_000,
} as const

let close = async () => {}
afterEach(() => close())

const cloudWith = async (signIn: SignIn) => {
  const clock = createClock({ startMs: START, frozen: true })
  const simulator = createSimulator({ clock })
  const served = await simulator.serve()
  close = served.close
  const { clientId, accessKey: secret } = simulator
  const transport = openApi({ baseUrl: served.url, clientId, secret, clock, signIn })
  return { clock, simulator, transport, actions: () => simulator.requests.map((one) => one.action) }
}

describe('openApi for a user', () => {
  it.each([
    ['an app user', appUser, 'POST /v1.0/iot-01/associated-users/actions/authorized-login'],
    ['a user of the project', projectUser, 'POST /v1.0/iot-03/users/login'],
  ] as const)(
    'logs in as %s once, and renews the token without a log-in',
    async (_, signIn, login) => {
      const { clock, transport, actions } = await cloudWith(signIn)
      const send = () => lastValueFrom(transport.send(request))
      await Promise.all([send(), send()])
      clock.advance(7_200_000)
      await send()
      expect(actions()).toEqual([
        login,
        request.action,
        request.action,
        'GET /v1.0/token/{refresh_token}',
        request.action,
      ])
    },
  )

  it.each([
    ['a wrong password', { ...appUser, password: 'a wrong password 1' }, 2401],
    ['another country', { ...appUser, countryCode: '49' }, 1106],
    ['a wrong password of the project', { ...projectUser, password: 'a wrong password 1' }, 2401],
  ] as const)(
    'fails with %s, without a secret and without sending the call',
    async (_, signIn, code) => {
      const { transport, actions } = await cloudWith(signIn)
      const error = await failureOf(transport, request)
      expect(error).toMatchObject({ kind: 'vendor', code })
      expect(actions()).not.toContain(request.action)
      for (const hash of ['md5', 'sha256'])
        expect(printed(error)).not.toContain(createHash(hash).update(signIn.password).digest('hex'))
      expect(printed(error)).not.toContain(signIn.password)
    },
  )

  it.each([
    ['the data centre that the log-in names', regionUrls.eu, regionUrls.eu],
    ['no address outside of the data centres', 'https://openapi.tuyaeu.com.example', regionUrls.us],
  ])('sends its calls and renews its token at %s', async (_, platform_url, expected) => {
    const urls: string[] = []
    let now = START
    const transport = openApi({
      region: 'us',
      clientId: 'id',
      secret: 'secret',
      clock: { now: () => now },
      signIn: appUser,
      fetch: async (url) => {
        urls.push(String(url))
        const token = {
          access_token: `a${urls.length}`,
          refresh_token: `r${urls.length}`,
          expire_time: 7200,
        }
        const result = urls.length === 1 ? { ...token, platform_url } : token
        return new Response(JSON.stringify({ success: true, t: START, result }))
      },
    })
    await lastValueFrom(transport.send(request))
    now += 7_200_000
    await lastValueFrom(transport.send(request))
    expect(urls.map((url) => new URL(url).origin)).toEqual([
      regionUrls.us,
      expected,
      expected,
      expected,
    ])
    expect(urls[2]).toContain('/v1.0/token/r1')
  })

  it('hides the password and its hash where the cloud quotes them', async () => {
    const transport = openApi({
      region: 'eu',
      clientId: 'id',
      secret: 'secret',
      clock: { now: () => START },
      signIn: { ...projectUser, password: 'opensesame' },
      fetch: async (_, init) => {
        const msg = `opensesame or ${JSON.parse(String(init?.body)).password} is wrong`
        return new Response(JSON.stringify({ success: false, code: 2401, msg, t: START }))
      },
    })
    const error = await failureOf(transport, request)
    expect(error).toMatchObject({ kind: 'vendor', code: 2401 })
    expect(printed(error)).not.toContain('opensesame')
    expect(printed(error)).not.toContain(createHash('sha256').update('opensesame').digest('hex'))
  })

  it.each(['tuyaSmart', 'smartlife'] as const)('accepts an account of the app %s', (app) => {
    const options = { region: 'eu', clientId: 'id', secret: 'secret' } as const
    expect(() => openApi({ ...options, signIn: { as: 'app-user', ...olivia, app } })).not.toThrow()
  })

  it.each(['+49', '49 ', '49123', ''])('rejects the country code %j', (countryCode) => {
    const options = { region: 'eu', clientId: 'id', secret: 'secret' } as const
    const signIn: SignIn = { as: 'app-user', ...olivia, countryCode }
    expect(() => openApi({ ...options, signIn })).toThrow('signIn.countryCode')
  })

  it.each([5, 'olivia', {}])('rejects %j as an account', (signIn) => {
    const options = { region: 'eu', clientId: 'id', secret: 'secret' } as const
    expect(() => openApi({ ...options, signIn: signIn as never })).toThrow(ParamsError)
  })

  it('rejects an incomplete account', () => {
    const options = { region: 'eu', clientId: 'id', secret: 'secret' } as const
    const { countryCode: _, ...signIn } = appUser as Extract<SignIn, { as: 'app-user' }>
    expect(() => openApi({ ...options, signIn: signIn as SignIn })).toThrow('signIn.countryCode')
  })
})
