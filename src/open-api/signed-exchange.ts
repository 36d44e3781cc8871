import { type Observable, of, switchMap } from 'rxjs'
import { randomHex } from '../core/text/random-hex'
import type { TransportAnswer } from '../core/transport/transport'
import { type FetchHost, fetchExchange, type SendingOrigin } from '../transports/fetch-exchange'
import type { HeaderSource } from '../transports/headers'
import { callersHeaders } from '../transports/http-request'
import type { CanonicalRequest } from './canonical-request'
import { loadCryptography } from './load-cryptography'
import { refusalOf } from './refusal'
import type { OpenApiToken } from './token-store'

export interface SignedHost extends FetchHost {
  readonly baseUrl: string
  readonly clientId: string
  readonly secret: string
  readonly random: () => number
  readonly headers: HeaderSource | undefined
  readonly signatureHeaders: HeaderSource | undefined
}

export type SignedExchange = (
  origin: SendingOrigin,
  request: CanonicalRequest,
  /** A call has a token; a request for a token has none, and goes to the data centre of the one that it replaces. */
  to?: { readonly token?: OpenApiToken; readonly baseUrl?: string | undefined },
) => Observable<TransportAnswer>

/**
 * Signs a request and sends it. If the cloud refuses the signature, the cloud's time is used from then on, and the request
 * is signed and sent once more; it was refused before execution.
 */
export const createSignedExchange = (host: SignedHost): SignedExchange => {
  const { clientId, secret, now } = host
  let cloudIsAheadMs = 0

  return (origin, request, { token, baseUrl = token?.baseUrl ?? host.baseUrl } = {}) => {
    const exchange = fetchExchange(origin, host, async () => {
      const [headers, signatureHeaders, { signRequest }] = await Promise.all([
        callersHeaders(origin, host.headers),
        callersHeaders(origin, host.signatureHeaders),
        loadCryptography(origin),
      ])
      return signRequest({
        request,
        baseUrl,
        headers,
        signatureHeaders,
        clientId,
        secret,
        token,
        t: String(Math.round(now() + cloudIsAheadMs)),
        nonce: randomHex(host.random),
      })
    })
    return exchange.pipe(
      switchMap((answer) => {
        const refusal = refusalOf(answer)
        if (refusal?.class !== 're-sign') return of(answer)
        origin.announceSending?.()(false)
        if (refusal.cloudTime !== undefined) cloudIsAheadMs = refusal.cloudTime - now()
        return exchange
      }),
    )
  }
}
