import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'
import { pinRule } from '../../crypto/pin-rule'
import { callHost } from '../shared/call-host'
import type { LockContext } from '../shared/lock-context'

/** A random source with so many unusable answers is broken. */
const MAX_ROUNDS = 20

/** A random PIN of the length that the lock needs; requires `secureRandom`. */
export const generatePin = async (context: LockContext, origin: ErrorOrigin): Promise<string> => {
  const { type, digits: pinDigits, secureRandom } = context.options
  const { length, lowest, highest } = pinRule(type, pinDigits)
  if (length === undefined)
    throw missing(
      origin,
      'expected digits: their number is not documented for this lock type; or pass digits.length',
    )
  if (secureRandom === undefined)
    throw missing(origin, `expected ${length} digits, or the option secureRandom`)

  const count = highest - lowest + 1
  // With a byte of this value or more, the first digits would be more frequent.
  const byteLimit = 256 - (256 % count)
  let digits = ''
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const bytes = await callHost(
      'the secure random source',
      () => secureRandom(length),
      context,
      origin,
    )
    for (const byte of Array.from(bytes ?? []))
      if (Number.isInteger(byte) && byte >= 0 && byte < byteLimit) digits += lowest + (byte % count)
    if (digits.length < length) continue
    const password = digits.slice(0, length)
    if (!isTooSimple(password)) return password
    digits = ''
  }
  throw new TransportError(origin, {
    delivery: 'not-sent',
    reason: 'the secure random source returned no usable bytes',
  })
}

/** One repeated digit, or a sequence such as 7890123, which locks reject. */
export const isTooSimple = (digits: string): boolean => {
  const steps = Array.from(
    digits.slice(1),
    (digit, index) => (Number(digit) - Number(digits[index]) + 10) % 10,
  )
  const [first = 0] = steps
  return [0, 1, 9].includes(first) && steps.every((step) => step === first)
}

const missing = (origin: ErrorOrigin, message: string) =>
  new ParamsError(origin, [{ path: 'password', message }])
