/**
 * Error codes that can only occur before a request is sent. Other codes may occur later and are not listed: ECONNRESET,
 * EPIPE, ETIMEDOUT, UND_ERR_SOCKET, and also EPROTO and most of ERR_SSL_*, which can end an open connection, or with which
 * a TLS 1.3 server refuses a client after its request was sent.
 */
const reasons: Readonly<Record<string, readonly string[]>> = {
  'the host was not found': ['ENOTFOUND', 'EAI_AGAIN'],
  'the connection was refused': ['ECONNREFUSED'],
  'no connection was made': ['UND_ERR_CONNECT_TIMEOUT'],
  'the address is invalid': ['ERR_INVALID_URL'],
  // Node sends no byte of a request before it has verified the certificate.
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

/** The limit for nested errors. */
const MAX_DEPTH = 5

interface ThirdPartyError {
  readonly code?: unknown
  readonly syscall?: unknown
  readonly cause?: unknown
  readonly errors?: unknown
}

/** The address of the app is wrong; the others may pass. */
export const isPermanentReason = (reason: string): boolean => reason.includes('ERR_INVALID_URL')

/** Why a request was definitely not sent, without quoting more than a code; `undefined` if it may have been sent. */
export const notSentReason = (error: unknown, depth = 0): string | undefined => {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return undefined
  const { code, syscall, cause, errors } = error as ThirdPartyError
  // A host with several addresses fails with one error for each; all of them must mean not sent.
  if (Array.isArray(errors) && errors.length > 0) {
    const found = errors.map((inner) => notSentReason(inner, depth + 1))
    return found.includes(undefined) ? undefined : found[0]
  }
  if (code === undefined) return notSentReason(cause, depth + 1)
  if (typeof code !== 'string') return undefined
  return reasonFor(code) ?? connectingFailed(code, syscall)
}

/** ETIMEDOUT and EHOSTUNREACH can also end an open connection, unless the failed call is the one that connects. */
const connectingFailed = (code: string, syscall: unknown): string | undefined =>
  (syscall === 'connect' || syscall === 'getaddrinfo') && isCode(code)
    ? `no connection was made (${code})`
    : undefined

/** The code of an error or its cause. Only a plain code is used, because a text may quote an address or a body. */
export const codeOf = (error: unknown, depth = 0): string | undefined => {
  if (typeof error !== 'object' || error === null || depth > MAX_DEPTH) return undefined
  const { code, cause } = error as ThirdPartyError
  return isCode(code) ? code : codeOf(cause, depth + 1)
}

const isCode = (code: unknown): code is string =>
  typeof code === 'string' && /^E[A-Z]{2,20}$|^[A-Z]{2,10}(?:_[A-Z\d]{1,20}){1,6}$/.test(code)
