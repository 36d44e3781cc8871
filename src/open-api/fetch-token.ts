import { number, string, type, union, unknown } from 'io-ts'
import { map, type Observable } from 'rxjs'
import type { Action } from '../core/action'
import { readAnswer } from '../core/envelope/read-answer'
import type { TransportAnswer } from '../core/transport/transport'
import { canonicalRequest } from './canonical-request'
import { regionUrls } from './regions'
import { type SignIn, sendSignIn, signInRoute } from './sign-in'
import type { SignedExchange } from './signed-exchange'
import type { OpenApiToken } from './token-store'

interface TokenAnswer {
  readonly access_token: string
  readonly refresh_token: string
  /** The remaining validity in seconds, not the validity of a new token. */
  readonly expire_time?: number
  /** The log-in of a project's user has this name. */
  readonly expire?: number
  /** The log-in of an app user: the data centre of the account. */
  readonly platform_url?: unknown
}

const names = { access_token: string, refresh_token: string }

const result = /*#__PURE__*/ union([
  /*#__PURE__*/ type({ ...names, expire_time: number }),
  /*#__PURE__*/ type({ ...names, expire: number }),
])

const route = (name: string): Action<string, unknown, TokenAnswer> => ({
  name,
  family: 'open-api',
  safety: 'idempotent',
  locks: ['any'],
  params: unknown,
  result,
})

const firstToken = /*#__PURE__*/ route('GET /v1.0/token')
const nextToken = /*#__PURE__*/ route('GET /v1.0/token/{refresh_token}')

/** A token is renewed this share of its validity before its end, so that none expires in flight. */
const MARGIN_SHARE = 0.1
const MAX_MARGIN_MS = 60_000

const dataCentres: readonly unknown[] = /*#__PURE__*/ Object.values(regionUrls)

/** How to fetch a token. */
export interface TokenRequest {
  readonly exchange: SignedExchange
  readonly now: () => number
  /** Spent by the request; without it, the project or its user gets a new token. */
  readonly refreshToken: string | undefined
  /** The data centre of the refresh token. @default that of the exchange */
  readonly baseUrl: string | undefined
  readonly signIn: SignIn | undefined
}

export const fetchToken = (request: TokenRequest): Observable<OpenApiToken> => {
  const { now, refreshToken } = request
  const { action, params, answer$ } = sent(request)
  const origin = { action: action.name, family: action.family }
  return answer$.pipe(
    map((answer) => {
      const secrets = [...(answer.secrets ?? []), ...(refreshToken ? [refreshToken] : [])]
      const token = readAnswer(action, params, { ...answer, secrets }, origin) as TokenAnswer
      const validMs = (token.expire_time ?? token.expire ?? 0) * 1000
      const { platform_url } = token
      // Any other address could be a place that collects signed requests.
      const baseUrl = dataCentres.includes(platform_url)
        ? (platform_url as string)
        : request.baseUrl
      return {
        accessToken: token.access_token,
        refreshToken: token.refresh_token,
        renewAt: now() + validMs - Math.min(MAX_MARGIN_MS, validMs * MARGIN_SHARE),
        ...(baseUrl !== undefined && { baseUrl }),
      }
    }),
  )
}

interface Sent {
  readonly action: Action
  readonly params: unknown
  readonly answer$: Observable<TransportAnswer>
}

const sent = ({ exchange, refreshToken, baseUrl, signIn }: TokenRequest): Sent => {
  if (refreshToken === undefined && signIn !== undefined)
    return {
      action: route(signInRoute(signIn)),
      params: undefined,
      answer$: sendSignIn(exchange, signIn),
    }
  const [action, params] =
    refreshToken === undefined
      ? ([firstToken, { grant_type: 1 }] as const)
      : ([nextToken, { refresh_token: refreshToken }] as const)
  const origin = { action: action.name, family: action.family }
  const request = canonicalRequest({ ...origin, params })
  return { action, params, answer$: exchange(origin, request, { baseUrl }) }
}
