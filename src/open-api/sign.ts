import { hmacSha256Hex } from '../crypto/digest'

export interface Signing {
  readonly clientId: string
  readonly secret: string
  /** Absent for a request for a token. */
  readonly accessToken?: string | undefined
  /** Milliseconds since 1970, 13 digits. */
  readonly t: string
  readonly nonce: string
}

/** The `sign` of a request: HMAC-SHA256 as upper-case hex. */
export const sign = (
  { clientId, secret, accessToken = '', t, nonce }: Signing,
  stringToSign: string,
): string => hmacSha256Hex(clientId + accessToken + t + nonce + stringToSign, secret).toUpperCase()
