import { flatMap } from '../contract/flat-map'
import { fieldsOf } from '../json/parse-json'
import { containerCode } from './container-codes'

/** The call may or may not have been sent; `reason` is our own sentence. */
interface NativeLoss {
  readonly kind: 'lost'
  readonly reason: string
}

/** The cloud refused, or the container itself, whose code is in both fields then. */
export interface NativeRefusal {
  readonly kind: 'refused'
  readonly code: number | string
  readonly message: string
  readonly containerCode: number | undefined
}

/** The meaning of a native host's failure. */
export type NativeFailure = NativeLoss | NativeRefusal

type Fields = Readonly<Record<string, unknown>>
type Code = number | string | undefined

/**
 * Reads the argument of a host's `fail` callback, or the reason of its rejected promise.
 *
 * `ty` gives `{ errorCode, errorMsg, innerError }`, where the outer code is the container's and the inner one the
 * cloud's. `TYSdk` gives one level, under `errorCode` or `code`, with `errorMsg` or `message`, and older apps give it
 * as JSON text. A failure without a code of the cloud or the container is a lost answer: a command may have executed.
 */
export const readNativeFailure = (failure: unknown): NativeFailure => {
  const outer = fieldsOf(failure)
  const inner = fieldsOf(outer.innerError)
  const outerCode = codeOf(outer)
  const innerCode = codeOf(inner)
  const container = outerCode === undefined ? undefined : containerCode(outerCode)
  if (container === undefined) {
    const code = isOfCloud(innerCode) ? innerCode : outerCode
    return isOfCloud(code)
      ? refused(code, undefined, wordsOf(inner, outer))
      : lost('the request failed', outerCode)
  }
  const containerNumber = Number(outerCode)
  if (container.class === 'lost') return lost(container.meaning, containerNumber)
  if (container.class === 'permanent')
    return refused(containerNumber, containerNumber, wordsOf(outer))
  return isOfCloud(innerCode)
    ? refused(innerCode, containerNumber, wordsOf(inner, outer))
    : lost(container.meaning, containerNumber)
}

const refused = (
  code: number | string,
  containerNumber: number | undefined,
  message: string,
): NativeRefusal => ({ kind: 'refused', code, message, containerCode: containerNumber })

const lost = (what: string, code: Code): NativeLoss => ({
  kind: 'lost',
  reason: typeof code === 'number' ? `${what} (code ${code} of the app)` : what,
})

/** Lower codes are HTTP statuses, or codes of the app or the phone: iOS uses -1001 for a time-out. */
export const LOWEST_CLOUD_CODE = 1000
const cloudWord = /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)+$/
/** These words mean a lost answer, whether the cloud or the app uses them. */
const lostWord = /NETWORK|TIME_?OUT|CONNECT|ABORT|CANCEL|INTERRUPT|SYSTEM|UNKNOWN|BUSY/

/** The cloud behind the app also uses words as codes, for example PERMISSION_DENY. */
const isOfCloud = (code: Code): code is number | string => {
  if (typeof code === 'number')
    return code >= LOWEST_CLOUD_CODE && containerCode(code) === undefined
  return code !== undefined && cloudWord.test(code) && !lostWord.test(code)
}

const codeOf = ({ errorCode, code }: Fields): Code => {
  const value = errorCode ?? code
  if (typeof value === 'string') return /^-?\d{1,15}$/.test(value) ? Number(value) : value
  return typeof value === 'number' ? value : undefined
}

const wordsOf = (...errors: readonly Fields[]): string =>
  flatMap(errors, ({ errorMsg, message, msg }) => [errorMsg, message, msg]).find(
    (words): words is string => typeof words === 'string' && words !== '',
  ) ?? ''
