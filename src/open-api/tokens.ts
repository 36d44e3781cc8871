import { catchError, defer, from, map, type Observable, of, share, switchMap, tap } from 'rxjs'
import type { TransportRequest } from '../core/transport/transport'
import { lockedRefresh, type NewToken } from './locked-refresh'
import { type OpenApiToken, readStore, type TokenStore, writeStore } from './token-store'
import { isRefusedToken, withoutToken } from './without-token'

export interface Tokens {
  /** The valid token; fetches one if there is none. */
  current(request: TransportRequest): Observable<OpenApiToken>
  /** The token after one that the cloud refused. */
  after(refused: OpenApiToken, request: TransportRequest): Observable<OpenApiToken>
}

export interface TokensOptions {
  /** With the refresh token and the data centre of the token that it replaces, or without. */
  readonly fetchToken: (
    refreshToken: string | undefined,
    baseUrl?: string,
  ) => Observable<OpenApiToken>
  readonly store: TokenStore | undefined
  readonly now: () => number
}

/** One request for a token, shared by all waiting calls. */
interface Flight {
  readonly startedAt: number
  readonly token: Observable<OpenApiToken>
}

/** The outcome of the last flight. */
interface Outcome {
  readonly token?: OpenApiToken
  readonly error?: unknown
}

/**
 * Keeps one token for all calls. A refresh token is valid once, so all waiting calls share one request. It is aborted when
 * no call waits any more. If the cloud refuses the refresh token, a new token is fetched for them; if the answer is lost,
 * all waiting calls fail, and the next one fetches a new token.
 */
export const createTokens = ({ fetchToken, store, now }: TokensOptions): Tokens => {
  let last: Outcome = {}
  let flight: Flight | undefined
  /** The last sent refresh token. Neither it nor its access token is valid any more, whatever the answer was. */
  let spent: string | undefined

  const isValid = (
    known: OpenApiToken | undefined,
    refused?: OpenApiToken,
  ): known is OpenApiToken =>
    known !== undefined &&
    known.renewAt > now() &&
    known.refreshToken !== spent &&
    known.accessToken !== refused?.accessToken

  const stored = defer(() => (store === undefined ? of(undefined) : from(readStore(store))))

  const fetchNew = (): Observable<NewToken> => fetchToken(undefined).pipe(map(save))

  const save = (token: OpenApiToken): NewToken => ({
    token,
    saved: store && writeStore(store, token),
  })

  /** Without a lock, another process may refresh with the same refresh token at the same time. */
  const fetchAfter = (known: OpenApiToken | undefined): Observable<NewToken> => {
    if (known === undefined || known.refreshToken === spent) return fetchNew()
    spent = known.refreshToken
    return fetchToken(spent, known.baseUrl).pipe(
      map(save),
      catchError((error: unknown) => {
        if (!isRefusedToken(error)) throw error
        return stored.pipe(
          switchMap((token) => (isValid(token, known) ? of({ token }) : fetchNew())),
        )
      }),
    )
  }

  const start = (refused: OpenApiToken | undefined): Flight => {
    const end = (outcome = last) => {
      if (flight !== ownFlight) return
      flight = undefined
      last = outcome
    }
    const validOf = (storedToken: OpenApiToken | undefined) =>
      [storedToken, last.token].find((token) => isValid(token, refused))
    const refreshAfter = (storedToken: OpenApiToken | undefined): Observable<NewToken> => {
      const token = validOf(storedToken)
      return token ? of({ token }) : fetchAfter(later(storedToken, last.token))
    }
    const ownFlight: Flight = {
      startedAt: now(),
      token: stored.pipe(
        switchMap((storedToken) => {
          const token = validOf(storedToken)
          if (token) return of(token)
          // Another process may have refreshed while this one waited for the lock.
          const latest = store?.lock ? stored : of(storedToken)
          return lockedRefresh(store, latest.pipe(switchMap(refreshAfter)))
        }),
        tap({
          next: (token) => end({ token }),
          error: (error: unknown) => end({ error }),
          unsubscribe: end,
        }),
        share(),
      ),
    }
    flight = ownFlight
    return ownFlight
  }

  /** A flight that is older than a call's time-out is not joined, because it may never end. */
  const join = (request: TransportRequest, refused?: OpenApiToken): Observable<OpenApiToken> => {
    const open =
      flight !== undefined && now() - flight.startedAt < request.timeoutMs ? flight : start(refused)
    return open.token.pipe(
      catchError((error: unknown) => {
        throw withoutToken(request, error)
      }),
    )
  }

  return {
    current: (request) => defer(() => (isValid(last.token) ? of(last.token) : join(request))),
    after: (refused, request) =>
      defer(() => {
        if (isValid(last.token, refused)) return of(last.token)
        // The call was sent with a token that could not be replaced: the same failure, without another request.
        if (flight === undefined && 'error' in last) throw withoutToken(request, last.error)
        return join(request, refused)
      }),
  }
}

const later = (
  a: OpenApiToken | undefined,
  b: OpenApiToken | undefined,
): OpenApiToken | undefined =>
  a !== undefined && (b === undefined || a.renewAt >= b.renewAt) ? a : b
