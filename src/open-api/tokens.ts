import { catchError, defer, from, type Observable, of, share, switchMap, tap } from 'rxjs'
import type { TransportRequest } from '../core/transport/transport'
import { type OpenApiToken, readStore, type TokenStore, writeStore } from './token-store'
import { withoutToken } from './without-token'

export interface Tokens {
  /** The token that works; asks for one where there is none. */
  current(request: TransportRequest): Observable<OpenApiToken>
  /** The one that comes after a token that the cloud refused. */
  after(refused: OpenApiToken, request: TransportRequest): Observable<OpenApiToken>
}

export interface TokensOptions {
  /** With a refresh token, or by the client id alone. */
  readonly fetchToken: (refreshToken: string | undefined) => Observable<OpenApiToken>
  readonly store: TokenStore | undefined
  readonly now: () => number
}

/** One request for a token, and all the calls that wait for it. */
interface Flight {
  readonly startedAt: number
  readonly token: Observable<OpenApiToken>
}

/** What the last flight came to. */
interface Outcome {
  readonly token?: OpenApiToken
  readonly error?: unknown
}

/**
 * Keeps one token for all calls. A refresh token works once, so there is one request for all that wait: it is aborted
 * when none of them waits any more, and fails all of them when it fails. After that a token is asked for anew.
 */
export const createTokens = ({ fetchToken, store, now }: TokensOptions): Tokens => {
  let last: Outcome = {}
  let flight: Flight | undefined
  /** The refresh token that was sent last. Whatever came of that, neither it nor its access token works any more. */
  let spent: string | undefined

  const works = (known: OpenApiToken | undefined, refused?: OpenApiToken): known is OpenApiToken =>
    known !== undefined &&
    known.renewAt > now() &&
    known.refreshToken !== spent &&
    known.accessToken !== refused?.accessToken

  const fetchAfter = (known: OpenApiToken | undefined): Observable<OpenApiToken> => {
    if (known === undefined || known.refreshToken === spent) return fetchToken(undefined)
    spent = known.refreshToken
    return fetchToken(spent)
  }

  const start = (refused: OpenApiToken | undefined): Flight => {
    const end = (outcome = last) => {
      if (flight !== mine) return
      flight = undefined
      last = outcome
    }
    const stored = store === undefined ? of(undefined) : defer(() => from(readStore(store)))
    const mine: Flight = {
      startedAt: now(),
      token: stored.pipe(
        switchMap((kept) => {
          const known = later(kept, last.token)
          if (works(known, refused)) return of(known)
          return fetchAfter(known).pipe(tap((token) => store && writeStore(store, token)))
        }),
        tap({
          next: (token) => end({ token }),
          error: (error: unknown) => end({ error }),
          unsubscribe: end,
        }),
        share(),
      ),
    }
    flight = mine
    return mine
  }

  /** A flight that its first call has given up on is not joined: it may never end. */
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
    current: (request) => defer(() => (works(last.token) ? of(last.token) : join(request))),
    after: (refused, request) =>
      defer(() => {
        if (works(last.token, refused)) return of(last.token)
        // It left with a token that others could not replace: the same failure, and not one request more.
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
