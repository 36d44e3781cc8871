import { describe, expect, it } from 'vitest'
import { codeOf, notSentReason } from '../../src/transports/not-sent'

const failed = (code: string, more: object = {}) =>
  Object.assign(new Error('secret-in-a-message'), { code, ...more })
const wrapped = (cause: unknown) => new TypeError('fetch failed', { cause })
const several = (...errors: unknown[]) => wrapped(new AggregateError(errors, 'secret-in-a-message'))

describe('notSentReason', () => {
  it.each([
    ['a host without an address', wrapped(failed('ENOTFOUND', { syscall: 'getaddrinfo' }))],
    ['a resolver that does not answer', wrapped(failed('EAI_AGAIN'))],
    ['a resolver that fails', wrapped(failed('EAI_FAIL', { syscall: 'getaddrinfo' }))],
    ['a refused connection', wrapped(failed('ECONNREFUSED', { syscall: 'connect' }))],
    ['a refused connection of another library', failed('ECONNREFUSED')],
    ['a refused connection wrapped twice', wrapped(wrapped(failed('ECONNREFUSED')))],
    [
      'a refused connection at each address',
      several(failed('ECONNREFUSED'), failed('ECONNREFUSED')),
    ],
    [
      'one refused and one unreachable address',
      several(failed('ENETUNREACH', { syscall: 'connect' }), failed('ECONNREFUSED')),
    ],
    ['a connection that took too long', wrapped(failed('UND_ERR_CONNECT_TIMEOUT'))],
    [
      'a connection that timed out in the system',
      wrapped(failed('ETIMEDOUT', { syscall: 'connect' })),
    ],
    ['a certificate for another host', wrapped(failed('ERR_TLS_CERT_ALTNAME_INVALID'))],
    ['an expired certificate', wrapped(failed('CERT_HAS_EXPIRED'))],
    ['a self-signed certificate', wrapped(failed('DEPTH_ZERO_SELF_SIGNED_CERT'))],
    ['an unknown issuer', wrapped(failed('UNABLE_TO_VERIFY_LEAF_SIGNATURE'))],
    ['a chain with a self-signed certificate', wrapped(failed('SELF_SIGNED_CERT_IN_CHAIN'))],
    ['an invalid URL', wrapped(failed('ERR_INVALID_URL'))],
  ])('returns a reason for %s', (_, error) => {
    const reason = notSentReason(error)
    expect(reason).toMatch(/^[a-zA-Z ]+ \([A-Z_]+\)$/)
  })
})

describe('notSentReason, for a request that may have been sent,', () => {
  const loop: { cause?: unknown } = {}
  loop.cause = loop

  it.each([
    ['a broken connection', wrapped(failed('ECONNRESET', { syscall: 'read' }))],
    ['a closed connection', wrapped(failed('UND_ERR_SOCKET'))],
    ['a write on a closed connection', wrapped(failed('EPIPE', { syscall: 'write' }))],
    ['a running connection that timed out', wrapped(failed('ETIMEDOUT', { syscall: 'read' }))],
    ['a route that was lost', wrapped(failed('EHOSTUNREACH', { syscall: 'read' }))],
    ['an answer that does not arrive', wrapped(failed('UND_ERR_HEADERS_TIMEOUT'))],
    ['a TLS failure that can occur later', wrapped(failed('EPROTO'))],
    ['a refused client certificate', wrapped(failed('ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED'))],
    ['a lost address among refused ones', several(failed('ECONNREFUSED'), failed('ECONNRESET'))],
    ['no address at all', several()],
    [
      'an outer code that contradicts the inner code',
      failed('ECONNRESET', { cause: failed('ECONNREFUSED') }),
    ],
    ["a browser's failure", new TypeError('Failed to fetch')],
    ['an abort', new DOMException('aborted', 'AbortError')],
    ['a message only', new Error('connect ECONNREFUSED 127.0.0.1:80')],
    ['a code that is no text', { code: 111 }],
    ['a cause that refers to itself', loop],
    ['a text', 'ECONNREFUSED'],
    ['undefined', undefined],
    ['null', null],
  ])('returns no reason for %s', (_, error) => {
    expect(notSentReason(error)).toBeUndefined()
  })
})

describe('the code of a failure', () => {
  it('is read from its cause', () => {
    expect(codeOf(wrapped(failed('ECONNRESET')))).toBe('ECONNRESET')
    expect(codeOf(wrapped(failed('UND_ERR_SOCKET')))).toBe('UND_ERR_SOCKET')
  })

  it.each(['token abc', 'eyJhbGciOi', 'https://x.example/?key=1', '1234567', 'E'.repeat(40)])(
    'is not %j, which could be a secret',
    (code) => {
      expect(codeOf(failed(code))).toBeUndefined()
      expect(notSentReason(failed(code, { syscall: 'connect' }))).toBeUndefined()
    },
  )
})
