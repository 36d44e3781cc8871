import fc from 'fast-check'
import { pairs } from '../../gateway/pairs'
import { wireFormsOf } from '../support/wire-forms'
import { hostileTextsOf, pieces } from './hostile-texts'

/** On which the user is a member. */
export const OWN_DEVICES = ['lock-1', 'lock-2']
const DEVICES = [
  ...OWN_DEVICES,
  'lock-of-a-stranger',
  '',
  '__proto__',
  '../lock-1',
  'lock-1,lock-2',
]
/** No answer and no event may contain it. */
export const SESSION = 'session-5f0c2a'
export const KEY_HEADER = 'idempotency-key'

const withDevices = (params: unknown, device: string): unknown => {
  if (typeof params !== 'object' || params === null) return params
  const named = 'device_id' in params ? { device_id: device } : {}
  const several = 'device_ids' in params ? { device_ids: `lock-1,${device}` } : {}
  return { ...params, ...named, ...several }
}

const calls = fc.oneof(
  ...pairs.map(({ action }) =>
    fc
      .tuple(wireFormsOf(action.params), fc.constantFrom(...DEVICES))
      .map(([params, device]) => ({ action: action.name, params: withDevices(params, device) })),
  ),
)
const bodies = fc.oneof(
  { weight: 6, arbitrary: calls.map((call) => JSON.stringify(call)) },
  { weight: 6, arbitrary: hostileTextsOf(calls) },
  { weight: 1, arbitrary: fc.tuple(pieces, fc.nat(20_000)).map(([one, n]) => one.repeat(n)) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }) },
)

const headerName = fc.constantFrom(
  ...[KEY_HEADER, 'content-type', 'content-length', 'origin', 'x-forwarded-for', '__proto__'],
)
const headerValue = fc.oneof(
  fc.stringMatching(/^[\x20-\x7e\x80-\xff]{0,40}$/),
  fc.constantFrom('k'.repeat(201), 'NaN', '-1', '{"__proto__":1}'),
)
const methods = fc.oneof(
  { weight: 8, arbitrary: fc.constant('POST') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'PRI', '*'),
  },
)

export interface GivenRequest {
  readonly method: string
  readonly search: string
  readonly headers: Readonly<Record<string, string>>
  readonly key: string | undefined
  readonly body: string | Uint8Array
}

/** Throws for what the platform itself refuses. */
export const requestOf = ({ method, search, headers, key, body }: GivenRequest): Request =>
  new Request(`https://gateway.example/${search}`, {
    method,
    headers: {
      ...headers,
      ...(key !== undefined && { [KEY_HEADER]: key }),
      authorization: `Bearer ${SESSION}`,
    },
    ...(method !== 'GET' && method !== 'HEAD' && { body: Buffer.from(body) }),
  })

export const givenRequests: fc.Arbitrary<GivenRequest> = fc.record({
  method: methods,
  search: fc.oneof(
    fc.constantFrom('', ...DEVICES.map((id) => `?device_id=${id}`)),
    fc.webQueryParameters().map((query) => `?${query}`),
  ),
  headers: fc.dictionary(headerName, headerValue, { maxKeys: 3 }),
  key: fc.option(fc.constantFrom('k1', 'k'.repeat(200), 'a b', ''), { nil: undefined }),
  body: bodies,
})
