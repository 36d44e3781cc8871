import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isParamsError } from '../../src/core/errors/params-error'
import { isUnsupportedError } from '../../src/core/errors/unsupported-error'
import { canonicalRequest, type RouteCall } from '../../src/open-api/canonical-request'
import { stringToSign } from '../../src/open-api/string-to-sign'

const usersOf = 'GET /v1.0/devices/{device_id}/users'
const failureOf = (call: RouteCall): unknown => {
  try {
    return expect.fail(`expected a failure, received ${JSON.stringify(canonicalRequest(call))}`)
  } catch (error) {
    return error
  }
}

describe('the canonical request', () => {
  it('puts the braced parameters into the path and the rest of a GET into the sorted query', () => {
    expect(
      canonicalRequest({
        action: 'GET /v1.1/devices/{device_id}/users',
        params: { role: 'admin', page_size: 10, page_no: 1, keyword: '', device_id: 'vdevo1' },
      }),
    ).toEqual({
      method: 'GET',
      wireUrl: '/v1.1/devices/vdevo1/users?keyword=&page_no=1&page_size=10&role=admin',
      signedUrl: '/v1.1/devices/vdevo1/users?keyword=&page_no=1&page_size=10&role=admin',
      body: '',
    })
  })

  it('sorts the query by character code, so capitals come first', () => {
    const { signedUrl } = canonicalRequest({ action: 'GET /x', params: { a_b: 1, aB: 2, B: 3 } })
    expect(signedUrl).toBe('/x?B=3&aB=2&a_b=1')
  })

  it('signs the query before its URL encoding', () => {
    const { wireUrl, signedUrl } = canonicalRequest({
      action: usersOf,
      params: { device_id: 'd', codes: 'unlock_card,unlock_face', keyword: '前 门&role=admin' },
    })
    expect(wireUrl).toBe(
      '/v1.0/devices/d/users?codes=unlock_card%2Cunlock_face&keyword=%E5%89%8D%20%E9%97%A8%26role%3Dadmin',
    )
    expect(signedUrl).toBe(
      '/v1.0/devices/d/users?codes=unlock_card,unlock_face&keyword=前 门&role=admin',
    )
  })

  it.each(['POST', 'PUT'])(
    'puts the rest of a %s into the body, except the query parameters',
    (method) => {
      expect(
        canonicalRequest({
          action: `${method} /v1.0/devices/{device_id}/x`,
          params: { codes: 'unlock_card', device_id: 'd', list: [{ no: 1 }], name: undefined },
          query: ['codes'],
        }),
      ).toEqual({
        method,
        wireUrl: '/v1.0/devices/d/x?codes=unlock_card',
        signedUrl: '/v1.0/devices/d/x?codes=unlock_card',
        body: '{"list":[{"no":1}]}',
      })
    },
  )

  it('has a JSON body for POST and PUT, even an empty object, and no body for GET and DELETE', () => {
    const bodies = ['POST', 'PUT', 'GET', 'DELETE'].map(
      (method) => canonicalRequest({ action: `${method} /x`, params: {} }).body,
    )
    expect(bodies).toEqual(['{}', '{}', '', ''])
  })

  it('keeps the commas of an id list in the path', () => {
    const { wireUrl, signedUrl } = canonicalRequest({
      action:
        'POST /v1.0/smart-lock/devices/{device_id}/users/{user_ids}/actions/delete-users-issue',
      params: { device_id: 'd', user_ids: 'a,b' },
    })
    expect(wireUrl).toBe('/v1.0/smart-lock/devices/d/users/a,b/actions/delete-users-issue')
    expect(signedUrl).toBe(wireUrl)
  })

  it.each(['', '.', '..'])(
    'rejects %j in the path, because a URL parser would change the route',
    (id) => {
      const error = failureOf({ action: usersOf, params: { device_id: id } })
      if (!isParamsError(error)) throw error
      expect(error.issues.map(({ path }) => path)).toEqual(['device_id'])
      expect(error.action).toBe(usersOf)
    },
  )

  it.each([
    ['a path without its parameter', {}, 'device_id'],
    ['an object in the path', { device_id: { id: 1 } }, 'device_id'],
    ['half of a surrogate pair in the path', { device_id: 'secret\ud83d' }, 'device_id'],
    ['half of a surrogate pair in the query', { device_id: 'd', keyword: '\udd11' }, 'keyword'],
    ['a list in the query', { device_id: 'd', codes: ['a'] }, 'codes'],
    ['null in the query', { device_id: 'd', codes: null }, 'codes'],
  ])('rejects %s', (_, params, path) => {
    const error = failureOf({ action: usersOf, params })
    if (!isParamsError(error)) throw error
    expect(error.issues.map((issue) => issue.path)).toEqual([path])
    expect(String(error)).not.toContain('secret')
  })

  it.each(['doorLock.listUsers', 'GET v1.0/x', 'GET /x?y=1', 'GET /x y'])(
    'rejects %j, which is not a route',
    (action) => {
      expect(isUnsupportedError(failureOf({ action, params: {} }))).toBe(true)
    },
  )
})

describe('the canonical request of arbitrary parameters', () => {
  const specialText = fc.constantFrom(
    '../',
    '..',
    '.',
    '/',
    '\\',
    '?',
    '#',
    '%',
    '%2e',
    '%2F',
    '&',
    '=',
    '+',
    ' ',
    ';',
    '@',
    '\n',
    '\u0000',
    '前门',
    '🔑',
  )
  const text = fc.oneof(
    fc
      .array(fc.oneof(specialText, fc.string({ unit: 'grapheme', maxLength: 5 })), { maxLength: 6 })
      .map((parts) => parts.join('')),
    fc.constantFrom(
      '../../v1.0/token',
      '..%2f..',
      '%2e%2e',
      '.%2e',
      '....',
      'a/../b',
      '?x=1',
      '#',
      '//evil.example/',
    ),
  )
  const id = text.filter((value) => !/^\.{0,2}$/.test(value))
  const value = fc.oneof(text, fc.integer(), fc.boolean())
  const names = fc
    .stringMatching(/^[A-Za-z][A-Za-z_]{0,8}$/)
    .filter((name) => name !== 'device_id' && name !== 'user_id')
  const fields = fc.dictionary(names, value, { maxKeys: 6, noNullPrototype: true })
  const json = fc.dictionary(names, fc.jsonValue(), { maxKeys: 5, noNullPrototype: true })
  const textsOf = (params: object) =>
    Object.fromEntries(Object.entries(params).map(([name, given]) => [name, String(given)]))

  it('keeps the route, sorts the query, hashes the body and decodes to the same values', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('GET', 'DELETE', 'POST', 'PUT'),
        id,
        id,
        fields,
        json,
        (method, device_id, user_id, inUrl, inBody) => {
          const hasBody = method === 'POST' || method === 'PUT'
          const canonical = canonicalRequest({
            action: `${method} /v1.0/devices/{device_id}/users/{user_id}/x`,
            params: { ...(hasBody && inBody), ...inUrl, user_id, device_id },
            query: Object.keys(inUrl),
          })
          const { wireUrl, body } = canonical

          // A server receives the URL as fetch normalises it.
          const url = new URL(`https://cloud.example${wireUrl}`)
          expect(url.pathname + url.search.replaceAll('%27', "'")).toBe(wireUrl)
          expect(url.host + url.hash).toBe('cloud.example')
          expect(url.pathname.split('/').map(decodeURIComponent)).toEqual([
            '',
            'v1.0',
            'devices',
            device_id,
            'users',
            user_id,
            'x',
          ])
          expect(Object.fromEntries(url.searchParams)).toEqual(textsOf(inUrl))

          const [signedMethod, hash, blank, ...rest] = stringToSign(canonical).split('\n')
          expect([signedMethod, blank]).toEqual([method, ''])
          expect(hash).toBe(createHash('sha256').update(body).digest('hex'))
          const sorted = Object.keys(inUrl).sort()
          const unencoded = sorted.map((name) => `${name}=${inUrl[name]}`).join('&')
          expect(rest.join('\n')).toBe(url.pathname + (unencoded === '' ? '' : `?${unencoded}`))

          const onlyInBody = Object.entries(inBody).filter(([name]) => !Object.hasOwn(inUrl, name))
          if (hasBody)
            expect(JSON.parse(body)).toEqual(
              JSON.parse(JSON.stringify(Object.fromEntries(onlyInBody))),
            )
          else expect(body).toBe('')
        },
      ),
      { numRuns: 1000 },
    )
  })
})
