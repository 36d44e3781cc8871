import { sha256Hex } from '../crypto/digest'
import type { CanonicalRequest } from './canonical-request'

export type SignedHeader = readonly [name: string, value: string]

/** What the vendor's current scheme signs: the method, the hash of the body, chosen headers, path and query. */
export const stringToSign = (
  { method, body, signedUrl }: Pick<CanonicalRequest, 'method' | 'body' | 'signedUrl'>,
  headers: readonly SignedHeader[] = [],
): string => {
  const headerLines = headers.map(([name, value]) => `${name}:${value}\n`).join('')
  return [method, sha256Hex(body), headerLines, signedUrl].join('\n')
}
