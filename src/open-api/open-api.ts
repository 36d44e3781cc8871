import { defer, of, switchMap } from 'rxjs'
import { ParamsError } from '../core/errors/params-error'
import type { FetchLike } from '../core/transport/fetch-like'
import type { Transport } from '../core/transport/transport'
import type { HeaderSource } from '../transports/headers'
import { canonicalRequest } from './canonical-request'
import { fetchToken } from './fetch-token'
import { refusalOf } from './refusal'
import { type Region, regionUrls } from './regions'
import { createSignedExchange } from './signed-exchange'
import type { OpenApiToken, TokenStore } from './token-store'
import { createTokens } from './tokens'

interface OpenApiSettings {
  /** The access id of the cloud project. */
  readonly clientId: string
  /** The access secret of the cloud project. It signs here and is never sent; no error holds it. */
  readonly secret: string
  /** Keeps the token over the end of the process. Without one it is kept in memory. */
  readonly tokenStore?: TokenStore
  /** Headers beside those of the signature, such as `lang`; a function is called for every try, and may be async. */
  readonly headers?: HeaderSource
  /** Headers that the signature covers as well, such as `area_id`. */
  readonly signatureHeaders?: HeaderSource
  /** Instead of the platform's own. It must obey `init.redirect`, and never send a request again by itself. */
  readonly fetch?: FetchLike
  /** Milliseconds since 1970. Where it is wrong, the cloud's clock is believed. @default Date.now */
  readonly clock?: () => number
  /** From 0 up to 1; makes each request's nonce another. @default Math.random */
  readonly random?: () => number
}

/** Where the cloud is: the data centre of the project, or an address, such as a simulator's. */
type Endpoint =
  | { readonly region: Region; readonly baseUrl?: never }
  | { readonly baseUrl: string; readonly region?: Region }

export type OpenApiOptions = OpenApiSettings & Endpoint

/**
 * Speaks the OpenAPI family: signed REST. For servers alone: whoever holds the secret holds every lock of the project,
 * so it belongs neither into a mini-program nor into a page.
 *
 * Fetches a token when it needs one and renews it once for all waiting calls. A call that the cloud refuses for its
 * token, or for its signature or time, was not executed: it is sent once more with a new token, or with the cloud's
 * time. Throws a `ParamsError` when the options do not fit.
 */
export const openApi = (options: OpenApiOptions): Transport => {
  const { fetch, clock: now = Date.now, random = Math.random } = options
  const exchange = createSignedExchange({
    baseUrl: baseUrlOf(options),
    clientId: headerText('clientId', options.clientId),
    secret: headerText('secret', options.secret),
    headers: options.headers,
    signatureHeaders: options.signatureHeaders,
    fetch,
    now,
    random,
  })
  const tokens = createTokens({
    fetchToken: (refreshToken) => fetchToken(exchange, now, refreshToken),
    store: options.tokenStore,
    now,
  })

  return {
    name: 'openApi',
    families: ['open-api'],
    send: (request) =>
      defer(() => {
        const route = canonicalRequest(request)
        const sendWith = (token: OpenApiToken) => exchange(request, route, token)
        return tokens
          .current(request)
          .pipe(
            switchMap((token) =>
              sendWith(token).pipe(
                switchMap((answer) =>
                  refusalOf(answer)?.class === 'refresh'
                    ? tokens.after(token, request).pipe(switchMap(sendWith))
                    : of(answer),
                ),
              ),
            ),
          )
      }),
  }
}

const baseUrlOf = ({ baseUrl, region }: OpenApiOptions): string => {
  const url = baseUrl ?? (region && regionUrls[region])
  if (typeof url !== 'string' || !/^https?:\/\/[^\s?#]+$/.test(url))
    throw refusal('baseUrl', 'expected an http or https address without a query, or a `region`')
  return url.replace(/\/+$/, '')
}

const headerText = (path: string, text: unknown): string => {
  if (typeof text !== 'string' || !/^[\x21-\x7e]+$/.test(text))
    throw refusal(path, 'expected a text of visible ASCII characters')
  return text
}

const refusal = (path: string, message: string): ParamsError =>
  new ParamsError({ action: 'openApi', family: 'open-api' }, [{ path, message }])
