import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'
import { passwordLength } from '../../crypto/password-length'
import { callHost } from '../shared/call-host'
import type { LockContext } from '../shared/lock-context'

/** The bytes from here up are thrown away: with them some digits would come more often than others. */
const BYTES_IN_USE = 250
/** A source that gives so many unusable answers is broken. */
const MOST_ROUNDS = 20

/** Digits that nobody can guess, as many as the lock takes; needs `secureRandom`. */
export const generateDigits = async (
  context: LockContext,
  origin: ErrorOrigin,
): Promise<string> => {
  const { type, secureRandom } = context.options
  const length = passwordLength(type)
  if (length === undefined)
    throw missing(origin, 'expected digits: how many this type of lock takes is not documented')
  if (secureRandom === undefined)
    throw missing(origin, `expected ${length} digits: this lock has no secureRandom to make them`)

  let digits = ''
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const bytes = await callHost(
      'the secure random source',
      () => secureRandom(length),
      context,
      origin,
    )
    for (const byte of Array.from(bytes ?? []))
      if (Number.isInteger(byte) && byte >= 0 && byte < BYTES_IN_USE) digits += byte % 10
    if (digits.length < length) continue
    const password = digits.slice(0, length)
    if (!isTooSimple(password)) return password
    digits = ''
  }
  throw new TransportError(origin, {
    delivery: 'not-sent',
    reason: 'the secure random source gave nothing to use',
  })
}

/** All the same, or a run up or down, such as 7890123: locks refuse what is too simple. */
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
