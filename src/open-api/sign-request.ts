import { type HeaderRecord, secretsIn, withJsonBody } from '../transports/headers'
import type { HttpRequest } from '../transports/http-request'
import type { CanonicalRequest } from './canonical-request'
import { type Signing, sign } from './sign'
import { stringToSign } from './string-to-sign'
import type { OpenApiToken } from './token-store'

export interface SignedParts extends Omit<Signing, 'accessToken'> {
  readonly request: CanonicalRequest
  /** Without a trailing `/`. */
  readonly baseUrl: string
  /** Undefined for a request for a token. */
  readonly token: OpenApiToken | undefined
  readonly headers: HeaderRecord
  /** Headers that the signature covers. */
  readonly signatureHeaders: HeaderRecord
}

/** Signs a request; the signature covers exactly what is sent. */
export const signRequest = ({
  request,
  baseUrl,
  token,
  headers,
  signatureHeaders,
  ...signing
}: SignedParts): HttpRequest => {
  const { method, body, wireUrl } = request
  const covered = Object.entries(signatureHeaders)
  const accessToken = token?.accessToken
  const signature = sign({ ...signing, accessToken }, stringToSign(request, covered))
  const all = {
    ...headers,
    ...signatureHeaders,
    client_id: signing.clientId,
    ...(accessToken !== undefined && { access_token: accessToken }),
    sign: signature,
    sign_method: 'HMAC-SHA256',
    t: signing.t,
    nonce: signing.nonce,
    ...(covered.length > 0 && { 'Signature-Headers': covered.map(([name]) => name).join(':') }),
  }
  return {
    url: `${baseUrl}${wireUrl}`,
    method,
    ...(body === '' ? { headers: all } : { headers: withJsonBody(all), body }),
    secrets: [
      signing.secret,
      signature,
      ...(token === undefined ? [] : [token.accessToken, token.refreshToken]),
      ...secretsIn({ ...headers, ...signatureHeaders }),
    ],
  }
}
