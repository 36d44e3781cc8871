import { number, string, type, unknown } from 'io-ts'
import { map, type Observable } from 'rxjs'
import type { Action } from '../core/action'
import { readAnswer } from '../core/envelope/read-answer'
import { canonicalRequest } from './canonical-request'
import type { SignedExchange } from './signed-exchange'
import type { OpenApiToken } from './token-store'

interface TokenAnswer {
  readonly access_token: string
  readonly refresh_token: string
  /** The remaining validity in seconds, not the validity of a new token. */
  readonly expire_time: number
}

const result = /*#__PURE__*/ type({
  access_token: string,
  refresh_token: string,
  expire_time: number,
})

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

/** Fetches a token, with a refresh token, which is spent by that, or without. */
export const fetchToken = (
  exchange: SignedExchange,
  now: () => number,
  refreshToken: string | undefined,
): Observable<OpenApiToken> => {
  const [action, params] =
    refreshToken === undefined
      ? ([firstToken, { grant_type: 1 }] as const)
      : ([nextToken, { refresh_token: refreshToken }] as const)
  const origin = { action: action.name, family: action.family }
  return exchange(origin, canonicalRequest({ ...origin, params })).pipe(
    map((answer) => {
      const secrets = [...(answer.secrets ?? []), ...(refreshToken ? [refreshToken] : [])]
      const token = readAnswer(action, params, { ...answer, secrets }, origin) as TokenAnswer
      const validMs = token.expire_time * 1000
      return {
        accessToken: token.access_token,
        refreshToken: token.refresh_token,
        renewAt: now() + validMs - Math.min(MAX_MARGIN_MS, validMs * MARGIN_SHARE),
      }
    }),
  )
}
