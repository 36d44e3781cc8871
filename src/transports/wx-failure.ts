import { describeThrown } from '../core/errors/thrown'
import type { TransportFailure } from '../core/errors/transport-error'

const lost = (reason: string): TransportFailure => ({ delivery: 'unknown', reason })

/** WeChat refuses such an address before it opens a connection. No other failure is certainly `not-sent`. */
const notInDomainList: TransportFailure = {
  delivery: 'not-sent',
  reason: "the address is not in the mini-program's list of domains",
  isPermanent: true,
}
const timedOut = lost('the platform ended the request after its own time-out')
const interrupted = lost(
  'the request was interrupted: the mini-program went to the background, or the network was lost',
)
const connectionFailed = lost('the connection failed')

const byErrno: ReadonlyMap<unknown, TransportFailure> = new Map([
  [5, timedOut],
  [600000, lost('the network failed for an unknown reason')],
  [600001, connectionFailed],
  [600002, notInDomainList],
  [600003, lost('the network was interrupted')],
  [600004, lost('the network failed')],
])

/**
 * The texts of base libraries without errno, of iOS in Chinese and of Android's network stack; the first match applies.
 *
 * An unresolved host or a failed TLS handshake does not prove that nothing was sent: older base libraries follow redirects,
 * and a network stack that lost a connection during a request opens another one, which can fail like this.
 */
const byText: readonly (readonly [RegExp, TransportFailure])[] = [
  [/^(?:request:fail[:\s]+)?url not in domain list/i, notInDomainList],
  [/fail[:\s]+abort/i, lost('the request was aborted')],
  [/time-?out|timed[ _]out|超时/i, timedOut],
  [/interrupted|中断/i, interrupted],
  [/断开/, lost('the device is offline')],
  [/resolve host|unknown? host|NAME_NOT_RESOLVED|找不到/i, lost('the host was not found')],
  [/\bssl\b|\bcert|ERR_(?:SSL|CERT)_/i, lost('no secure connection was made')],
  [/exceed max task/i, lost('too many requests were open at once')],
  [/net::ERR_|errcode:/i, connectionFailed],
]

/** The meaning of a failure of `wx.request`, without quoting more than its errno. */
export const wxFailure = (failure: unknown): TransportFailure => {
  const { errno, text } = fieldsOf(failure)
  const known = byErrno.get(errno) ?? byText.find(([pattern]) => pattern.test(text))?.[1]
  const read = known ?? lost(unknownFailure(failure))
  return isErrno(errno) ? { ...read, reason: `${read.reason} (errno ${errno})` } : read
}

/** A wrapper may throw, or have an error of its own. */
const unknownFailure = (failure: unknown): string =>
  failure instanceof Error
    ? `the request failed with ${describeThrown(failure)}`
    : 'the request failed'

/** A wrapper may pass an Error or a text. */
const fieldsOf = (failure: unknown): { readonly errno?: unknown; readonly text: string } => {
  if (typeof failure !== 'object' || failure === null) return { text: textOf(failure) }
  const { errno, errMsg, message } = failure as Readonly<Record<string, unknown>>
  return { errno, text: textOf(errMsg ?? message) }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** An errno has up to seven digits. */
const isErrno = (errno: unknown): errno is number =>
  typeof errno === 'number' && Number.isInteger(errno) && errno >= 0 && errno < 10_000_000
