import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { SimulatedRequest, Simulator } from '../../../simulator'
import { frontDoor, START_MS, simulated } from '../client'
import { answerOf, routeRequest, tokenFor } from '../route-request'

const USERS = `/v1.0/devices/${frontDoor.id}/users`
const LINKED = `/v1.0/devices/${frontDoor.id}/door-lock/user-types/1/users/1001/assigned-keys`
const FIVE_MINUTES_MS = 300_000

interface Signed {
  readonly method?: string
  readonly path: string
  /** The URL that the signature covers instead of `path`. */
  readonly signedUrl?: string
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly signedHeaders?: readonly string[]
}

/** Signs by the vendor's scheme, implemented independently with the cryptography of Node. */
const signed = (
  simulator: Simulator,
  { method = 'GET', path, signedUrl = path, body = '', headers = {}, signedHeaders = [] }: Signed,
): SimulatedRequest => {
  const all: Record<string, string> = {
    client_id: simulator.clientId,
    access_token: tokenFor(simulator).access_token,
    sign_method: 'HMAC-SHA256',
    t: String(simulator.clock.now()),
    ...headers,
  }
  const toSign = [
    method,
    createHash('sha256').update(body).digest('hex'),
    signedHeaders.map((name) => `${name}:${all[name]}\n`).join(''),
    signedUrl,
  ].join('\n')
  const sign = createHmac('sha256', simulator.accessKey)
    .update(`${all.client_id}${all.access_token}${all.t}${all.nonce ?? ''}${toSign}`)
    .digest('hex')
    .toUpperCase()
  const names = signedHeaders.length > 0 ? { 'Signature-Headers': signedHeaders.join(':') } : {}
  return { method, path, body, headers: { ...all, ...names, sign } }
}

const codeOf = (simulator: Simulator, request: SimulatedRequest) =>
  answerOf(simulator, request).code
const codeFor = (request: Signed) => {
  const simulator = simulated()
  return codeOf(simulator, signed(simulator, request))
}

describe('a signed request', () => {
  it('is accepted', () => {
    const simulator = simulated()
    expect(answerOf(simulator, signed(simulator, { path: USERS }))).toMatchObject({
      success: true,
      t: START_MS,
    })
  })

  it.each([
    ['a nonce', { nonce: '5138cc3a9033d69856923fd07b491173' }],
    ['an empty nonce', { nonce: '' }],
    ['an empty list of signed headers', { 'Signature-Headers': '' }],
  ])('can contain %s', (_what, headers) => {
    expect(codeFor({ path: USERS, headers })).toBeUndefined()
  })

  it('can have `{}` as the body of a GET if the signature covers it', () => {
    expect(codeFor({ path: USERS, body: '{}' })).toBeUndefined()
  })

  it('is refused if a header that its signature covers changes', () => {
    const simulator = simulated()
    const request = signed(simulator, {
      path: USERS,
      headers: { area_id: '29a33e8796834b1efa6' },
      signedHeaders: ['area_id'],
    })
    expect(codeOf(simulator, request)).toBeUndefined()
    const changed = { ...request, headers: { ...request.headers, area_id: 'another' } }
    expect(codeOf(simulator, changed)).toBe(1004)
  })

  it('is signed with the sorted query, before or after encoding', () => {
    const [encoded, plain] = ['unlock_type=%63ard', 'unlock_type=card']
    expect(codeFor({ path: `${LINKED}?${encoded}`, signedUrl: `${LINKED}?${plain}` })).toBe(
      undefined,
    )
    expect(codeFor({ path: `${LINKED}?${encoded}` })).toBeUndefined()
    // The unsorted query has another signature.
    const list = `/v1.0/smart-lock/devices/${frontDoor.id}/users`
    const query = 'page_size=1&codes=&page_no=1'
    expect(codeFor({ path: `${list}?${query}` })).toBe(1004)
    expect(
      codeFor({ path: `${list}?${query}`, signedUrl: `${list}?codes=&page_no=1&page_size=1` }),
    ).toBe(2004)
  })

  it('is refused if it differs from the signed content', () => {
    const simulator = simulated()
    const path = USERS.replace(/s$/, '')
    const request = signed(simulator, { method: 'POST', path, body: '{"a":1}' })
    for (const change of [
      { path: `${path}?a=1` },
      { path: path.replace('front-door', 'garage') },
      { body: '{"a":2}' },
      { headers: { ...request.headers, t: String(START_MS + 1) } },
      { headers: { ...request.headers, nonce: 'another' } },
      { headers: { ...request.headers, sign: request.headers.sign?.toLowerCase() ?? '' } },
      { headers: { ...request.headers, sign_method: 'MD5' } },
    ])
      expect(codeOf(simulator, { ...request, ...change }), JSON.stringify(change)).toBe(1004)
    const { sign: _, ...unsigned } = request.headers
    expect(codeOf(simulator, { ...request, headers: unsigned })).toBe(1004)
  })

  it('is refused for another project', () => {
    expect(codeFor({ path: USERS, headers: { client_id: 'another' } })).toBe(2009)
  })

  it('is refused when it is more than five minutes early or late', () => {
    const at = (ms: number) => codeFor({ path: USERS, headers: { t: String(START_MS + ms) } })
    expect(at(FIVE_MINUTES_MS)).toBeUndefined()
    expect(at(FIVE_MINUTES_MS + 1)).toBe(1013)
    expect(at(-FIVE_MINUTES_MS)).toBeUndefined()
    expect(at(-FIVE_MINUTES_MS - 1)).toBe(1013)
    expect(codeFor({ path: USERS, headers: { t: String(START_MS / 1000) } })).toBe(1013)
  })

  it('is refused for an unknown path', () => {
    expect(codeFor({ path: '/v1.0/nowhere' })).toBe(1108)
    expect(codeFor({ path: '/v1.0/devices//users' })).toBe(1108)
    expect(codeFor({ method: 'PATCH', path: USERS })).toBe(1108)
  })

  it('is refused for its path before its credentials are checked', () => {
    const headers = { client_id: 'another', t: '0', access_token: 'none' }
    expect(codeFor({ path: '/v1.0/nowhere', headers })).toBe(1108)
    expect(codeFor({ path: USERS, headers })).toBe(2009)
  })

  it('is recorded under the name of its action, with all parameters', () => {
    const simulator = simulated()
    answerOf(
      simulator,
      signed(simulator, {
        path: `/v1.1/devices/a%2Fb/users?keyword=two+words&page_no=1`,
        signedUrl: '/v1.1/devices/a%2Fb/users?keyword=two words&page_no=1',
      }),
    )
    expect(simulator.requests.at(-1)).toMatchObject({
      family: 'open-api',
      action: 'GET /v1.1/devices/{device_id}/users',
      params: { device_id: 'a/b', keyword: 'two words', page_no: '1' },
    })
  })

  it('is read with its URL parameters only from the URL', () => {
    const simulator = simulated()
    const sync = 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync'
    const path = '/v1.0/smart-lock/devices/vdevo-loft/opmodes/actions/sync'
    answerOf(
      simulator,
      signed(simulator, { method: 'POST', path, body: '{"codes":"unlock_card"}' }),
    )
    expect(simulator.requests.at(-1)?.params).toEqual({ device_id: 'vdevo-loft' })
    const { access_token } = tokenFor(simulator)
    const params = { device_id: 'vdevo-loft', codes: 'unlock_card' }
    answerOf(simulator, routeRequest(simulator, sync, params, access_token))
    expect(simulator.requests.at(-1)?.params).toEqual(params)
  })
})
