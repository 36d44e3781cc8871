import { sha256Hex } from '../crypto/digest'
import type { CanonicalRequest } from './canonical-request'

export type SignedHeader = readonly [name: string, value: string]

/** The signed text of the vendor's current scheme: method, hash of the body, selected headers, path and query. */
export const stringToSign = (
  { method, body, signedUrl }: Pick<CanonicalRequest, 'method' | 'body' | 'signedUrl'>,
  headers: readonly SignedHeader[] = [],
): string => {
  const headerLines = headers.map(([name, value]) => `${name}:${value}\n`).join('')
  return [method, sha256Hex(body), headerLines, signedUrl].join('\n')
}
