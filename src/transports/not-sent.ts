/**
 * What can only happen before a request leaves, by the code of the error. Everything else may happen after, and stays
 * out: ECONNRESET, EPIPE, ETIMEDOUT, UND_ERR_SOCKET, and also EPROTO and most of ERR_SSL_*, with which a running
 * connection breaks too, or a TLS 1.3 server refuses a client whose request is already on its way.
 */
const reasons: Readonly<Record<string, readonly string[]>> = {
  'the host was not found': ['ENOTFOUND', 'EAI_AGAIN'],
  'the connection was refused': ['ECONNREFUSED'],
  'no connection came about': ['UND_ERR_CONNECT_TIMEOUT'],
  'the address cannot be read': ['ERR_INVALID_URL'],
  // Node writes no byte of a request before the certificate is found good.
  'the TLS handshake failed': [
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'ERR_SSL_UNSUPPORTED_PROTOCOL',
    'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    'UNABLE_TO_GET_ISSUER_CERT',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'CERT_SIGNATURE_FAILURE',
    'CERT_NOT_YET_VALID',
    'CERT_HAS_EXPIRED',
    'CERT_CHAIN_TOO_LONG',
    'CERT_REVOKED',
    'CERT_UNTRUSTED',
    'CERT_REJECTED',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'PATH_LENGTH_EXCEEDED',
    'HOSTNAME_MISMATCH',
  ],
}

const reasonFor = (code: string): string | undefined => {
  const reason = Object.keys(reasons).find((each) => reasons[each]?.includes(code))
  return reason && `${reason} (${code})`
}

/** Libraries wrap an error in an error; a chain that is longer was made to be long. */
const MAX_DEPTH = 5

interface ForeignError {
  readonly code?: unknown
  readonly syscall?: unknown
  readonly cause?: unknown
  readonly errors?: unknown
}

/** Why a request certainly never left, in words that quote nothing but a code; `undefined` where it may have left. */
export const notSentReason = (error: unknown, depth = 0): string | undefined => {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return undefined
  const { code, syscall, cause, errors } = error as ForeignError
  // A host with several addresses fails with one error for each; all of them must be harmless.
  if (Array.isArray(errors) && errors.length > 0) {
    const found = errors.map((inner) => notSentReason(inner, depth + 1))
    return found.includes(undefined) ? undefined : found[0]
  }
  if (code === undefined) return notSentReason(cause, depth + 1)
  if (typeof code !== 'string') return undefined
  return reasonFor(code) ?? connectingFailed(code, syscall)
}

/** ETIMEDOUT or EHOSTUNREACH can end a running connection too, unless the call that failed was the one that connects. */
const connectingFailed = (code: string, syscall: unknown): string | undefined =>
  (syscall === 'connect' || syscall === 'getaddrinfo') && isCode(code)
    ? `no connection came about (${code})`
    : undefined

/** The code of an error or of what caused it, where it is plainly one: an error's text may quote an address or a body. */
export const codeOf = (error: unknown, depth = 0): string | undefined => {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return undefined
  const { code, cause } = error as ForeignError
  return isCode(code) ? code : codeOf(cause, depth + 1)
}

const isCode = (code: unknown): code is string =>
  typeof code === 'string' && /^E[A-Z]{2,20}$|^[A-Z]{2,10}(?:_[A-Z\d]{1,20}){1,6}$/.test(code)
