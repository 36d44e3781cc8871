import type { ByteField } from './byte-field'
import { secretField } from './layout'

/** The length, then one byte for each digit; empty for a method without a password. */
export const pinDigits: ByteField<string> = secretField({
  read: (reader) => {
    const length = reader.byte()
    const digits = length === undefined ? undefined : reader.take(length)
    if (digits === undefined) return undefined
    return digits.every((digit) => digit <= 9)
      ? digits.join('')
      : reader.fail('expected one digit a byte')
  },
  write: (pin) => {
    if (!/^\d{0,255}$/.test(pin)) throw new RangeError('expected digits')
    return [pin.length, ...Array.from(pin, Number)]
  },
})
