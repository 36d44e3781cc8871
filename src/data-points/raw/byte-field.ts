import type { ByteReader } from './byte-reader'
import { invalid } from './invalid-field'

/** A part of a data point: bytes with one value. */
export interface ByteField<A> {
  /** `undefined` after an invalid value was registered at the reader. */
  read(reader: ByteReader): A | undefined
  /** Throws an InvalidField for a value without bytes, because a wrapped number would identify another member. */
  write(value: A): readonly number[]
  /** The names of the secret fields inside. */
  readonly secrets?: readonly string[]
}

/** An unsigned integer, big-endian. */
export const uint = (bytes: 1 | 2 | 4): ByteField<number> => ({
  read: (reader) => reader.take(bytes)?.reduce((number, byte) => number * 256 + byte, 0),
  write: (value) => {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** bytes)
      return invalid(`expected a whole number from 0 to ${256 ** bytes - 1}`)
    return Array.from(
      { length: bytes },
      (_, at) => Math.floor(value / 256 ** (bytes - 1 - at)) % 256,
    )
  },
})

const seconds = uint(4)

/** A time in milliseconds since 1970. The lock has seconds in four bytes, so a fraction of a second is cut off. */
export const timeMs: ByteField<number> = {
  read: (reader) => {
    const read = seconds.read(reader)
    return read === undefined ? undefined : read * 1000
  },
  write: (value) =>
    typeof value === 'number' && value >= 0 && value < 1000 * 256 ** 4
      ? seconds.write(Math.floor(value / 1000))
      : invalid('expected a time in milliseconds since 1970, before 2106'),
}

/** A flag of one byte, 00 or 01. */
export const flagByte: ByteField<boolean> = {
  read: (reader) => {
    const byte = reader.byte()
    if (byte === undefined || byte > 1) return reader.fail('expected 00 or 01')
    return byte === 1
  },
  write: (value) =>
    typeof value === 'boolean' ? [value ? 1 : 0] : invalid('expected true or false'),
}

/** Opaque bytes in hexadecimal, as in the vendor's answers; lower case here. */
export const hexText = (bytes: number): ByteField<string> => ({
  read: (reader) => {
    const bytesRead = reader.take(bytes)
    return bytesRead && hexOf(bytesRead)
  },
  write: (value) => {
    const written = typeof value === 'string' ? bytesOf(value) : undefined
    return written?.length === bytes
      ? written
      : invalid(`expected ${bytes} bytes in hexadecimal digits`)
  },
})

export const hexOf = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** `undefined` for text that is not hexadecimal. */
export const bytesOf = (text: string): readonly number[] | undefined =>
  /^(?:[\da-fA-F]{2})*$/.test(text)
    ? (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
    : undefined
