import type { ByteField } from './byte-field'
import { invalid } from './invalid-field'
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
    if (typeof pin !== 'string' || !/^\d{0,255}$/.test(pin)) return invalid('expected digits')
    return [pin.length, ...Array.from(pin, Number)]
  },
})
