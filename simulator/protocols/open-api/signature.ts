import { hmacSha256Hex, sha256Hex } from '../../../src/crypto/digest'
import type { SimulatedRequest } from '../../exchange'
import { decoded, decodedInQuery, sortedQuery, urlParts } from './url'

type Headers = Readonly<Record<string, string>>

/** Header names are the same in any case. */
export const lowerCased = (headers: Headers): Headers =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))

/**
 * Whether a request is signed with the secret by the vendor's current scheme. The rules are the simulator's own: with
 * the package's signing, a wrong signature would pass.
 */
export const isSigned = (
  request: SimulatedRequest,
  secret: string,
  withToken: boolean,
): boolean => {
  const headers = lowerCased(request.headers)
  return (
    headers.sign_method === 'HMAC-SHA256' &&
    signedUrlsOf(request.path).some(
      (url) => headers.sign === signatureOf({ ...request, headers }, url, secret, withToken),
    )
  )
}

/** Whether a request is signed by the scheme before 30 June 2021, which covers neither its method, nor its URL, nor its body. */
export const isSignedAsBefore2021 = (
  request: SimulatedRequest,
  secret: string,
  withToken: boolean,
): boolean => {
  const { client_id = '', access_token = '', t = '', sign } = lowerCased(request.headers)
  const text = `${client_id}${withToken ? access_token : ''}${t}`
  return sign === hmacSha256Hex(text, secret).toUpperCase()
}

/** The signature of a request; its headers are lower-cased, and `url` is the URL that the signature covers. */
export const signatureOf = (
  { method, headers, body }: SimulatedRequest,
  url: string,
  secret: string,
  withToken: boolean,
): string => {
  const { client_id = '', access_token = '', t = '', nonce = '' } = headers
  const covered = (headers['signature-headers'] ?? '').split(':').filter((name) => name !== '')
  const headerLines = covered.map((name) => `${name}:${headers[name.toLowerCase()] ?? ''}\n`)
  const toSign = [method, sha256Hex(body), headerLines.join(''), url].join('\n')
  const token = withToken ? access_token : ''
  return hmacSha256Hex(`${client_id}${token}${t}${nonce}${toSign}`, secret).toUpperCase()
}

/**
 * The accepted signed texts: the query sorted by its names, before URL encoding; clients that sign
 * the encoded query are accepted too. The vendor's connector also decodes the path.
 */
const signedUrlsOf = (url: string): readonly string[] => {
  const { path, query } = urlParts(url)
  const queries = [sortedQuery(query, decodedInQuery), sortedQuery(query)]
  return [path, decoded(path)].flatMap((one) => queries.map((text) => `${one}${text}`))
}
