import { defer, of, switchMap } from 'rxjs'
import type { Clock } from '../core/clock'
import {
  assertValid,
  type ChecksOf,
  checkedOptions,
  expects,
  optional,
} from '../core/options/check'
import { hasMethods, isFunction, oneOf, supports } from '../core/options/checks'
import type { FetchLike } from '../core/transport/fetch-like'
import type { Transport } from '../core/transport/transport'
import { type HeaderSource, isHeaderSource } from '../transports/headers'
import { canonicalRequest } from './canonical-request'
import { fetchToken } from './fetch-token'
import { refusalOf } from './refusal'
import { type Region, regionUrls } from './regions'
import { isSignIn, type SignIn } from './sign-in'
import { createSignedExchange } from './signed-exchange'
import type { OpenApiToken, TokenStore } from './token-store'
import { createTokens } from './tokens'

interface OpenApiSettings {
  /** The access id of the cloud project. */
  readonly clientId: string
  /** The access secret of the cloud project, used for signing. It is never sent, and no error contains it. */
  readonly secret: string
  /** Acts for a user instead of the project, for example to see the devices of that user. @default the project */
  readonly signIn?: SignIn
  /** Keeps the token across processes. @default in memory */
  readonly tokenStore?: TokenStore
  /** Headers without signature, such as `lang`. A function is called for each request, and may be async. */
  readonly headers?: HeaderSource
  /** Headers that the signature covers, such as `area_id`. */
  readonly signatureHeaders?: HeaderSource
  /** Must obey `init.redirect`, and must not resend requests. @default the platform's `fetch` */
  readonly fetch?: FetchLike
  /** If it is wrong, the cloud's time is used. @default the time of the host */
  readonly clock?: Pick<Clock, 'now'>
  /** From 0 to below 1, for the nonce of a request. @default Math.random */
  readonly random?: () => number
}

/** The data centre of the project, or an address, such as a simulator's. */
type Endpoint =
  | {
      /** The data centre of the project, which has an address of its own. */
      readonly region: Region
      readonly baseUrl?: never
    }
  | {
      /** The address of the API, in place of that of a region. */
      readonly baseUrl: string
      /** The data centre of the project, which has an address of its own. */
      readonly region?: Region
    }

/**
 * Options of `openApi`.
 *
 * @example
 * ```ts
 * const options: OpenApiOptions = { region: 'eu', clientId: simulator.clientId, secret: simulator.accessKey }
 * ```
 */
export type OpenApiOptions = OpenApiSettings & Endpoint

/**
 * The open-api family: signed REST. For servers only: the secret gives access to every lock of the project, so it must not
 * be in a mini-program or a page.
 *
 * Fetches a token when needed, and renews it once for all waiting calls; if the cloud refuses its refresh token, it fetches
 * a new one. A call that the cloud refuses for its token, signature or time was not executed; it is resent once with a new
 * token, or with the cloud's time. Throws a `ParamsError` for invalid options.
 *
 * @example
 * ```ts
 * const { url, close } = await simulator.serve()
 * const cloud = openApi({ baseUrl: url, clientId: simulator.clientId, secret: simulator.accessKey, clock })
 * const server = createPanel({ actions: openApiActions, transport: cloud })
 * const params = { device_id: seed.locks.porch.id, codes: '', page_no: 1, page_size: 20 }
 * const users = await server.apiRequest('GET /v1.0/smart-lock/devices/{device_id}/users', params)
 * await close()
 * ```
 */
export const openApi = (given: OpenApiOptions): Transport => {
  const options = checkedOptions('openApi', given, checks)
  const { fetch, clock = Date, random = Math.random } = options
  const now = () => clock.now()
  const exchange = createSignedExchange({
    baseUrl: baseUrlOf(options),
    clientId: options.clientId,
    secret: options.secret,
    headers: options.headers,
    signatureHeaders: options.signatureHeaders,
    fetch,
    now,
    random,
  })
  const tokens = createTokens({
    fetchToken: (refreshToken, baseUrl) =>
      fetchToken({ exchange, now, refreshToken, baseUrl, signIn: options.signIn }),
    store: options.tokenStore,
    now,
  })

  return {
    name: 'openApi',
    families: ['open-api'],
    send: (request) =>
      defer(() => {
        const route = canonicalRequest(request)
        const markSent = request.announceSending?.()
        const sendWith = (token: OpenApiToken) => exchange(request, route, { token })
        return tokens.current(request).pipe(
          switchMap((token) =>
            sendWith(token).pipe(
              switchMap((answer) => {
                if (refusalOf(answer)?.class !== 'refresh') return of(answer)
                markSent?.(false)
                return tokens.after(token, request).pipe(switchMap(sendWith))
              }),
            ),
          ),
        )
      }),
  }
}

const baseUrlOf = ({ baseUrl, region }: OpenApiOptions): string => {
  const url = baseUrl ?? (region && regionUrls[region])
  assertValid('openApi', url, isAddress, 'baseUrl')
  return (url as string).replace(/\/+$/, '')
}

const isAddress = /*#__PURE__*/ expects(
  'an http or https address without a query, or the option `region`',
  (url) => typeof url === 'string' && /^https?:\/\/[^\s?#]+$/.test(url),
)

const isHeaderText = /*#__PURE__*/ expects(
  'visible ASCII characters',
  (text) => typeof text === 'string' && /^[\x21-\x7e]+$/.test(text),
)

const isTokenStore = /*#__PURE__*/ expects(
  'an object with `get` and `set`, and `lock` if there is one',
  (store: TokenStore) =>
    supports(store, ['get', 'set']) && ['function', 'undefined'].includes(typeof store.lock),
)

const checks: ChecksOf<OpenApiOptions> = {
  clientId: isHeaderText,
  secret: isHeaderText,
  signIn: /*#__PURE__*/ optional(isSignIn),
  region: /*#__PURE__*/ optional(/*#__PURE__*/ oneOf(Object.keys(regionUrls))),
  // With the region, below.
  baseUrl: () => [],
  tokenStore: /*#__PURE__*/ optional(isTokenStore),
  headers: isHeaderSource,
  signatureHeaders: isHeaderSource,
  fetch: /*#__PURE__*/ optional(isFunction),
  clock: /*#__PURE__*/ optional(/*#__PURE__*/ hasMethods('an object with `now`', 'now')),
  random: /*#__PURE__*/ optional(isFunction),
}
