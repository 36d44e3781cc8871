import type { ByteReader } from './byte-reader'

/** A part of a data point: bytes with one value. */
export interface ByteField<A> {
  /** `undefined` after an invalid value was registered at the reader. */
  read(reader: ByteReader): A | undefined
  /** Throws a RangeError for a value without bytes, because a wrapped number would identify another member. */
  write(value: A): readonly number[]
  /** The names of the secret fields inside. */
  readonly secrets?: readonly string[]
}

/** An unsigned integer, big-endian. */
export const uint = (bytes: 1 | 2 | 4): ByteField<number> => ({
  read: (reader) => reader.take(bytes)?.reduce((number, byte) => number * 256 + byte, 0),
  write: (value) => {
    if (!Number.isInteger(value) || value < 0 || value >= 256 ** bytes)
      throw new RangeError(`expected a whole number of ${bytes} bytes`)
    return Array.from(
      { length: bytes },
      (_, at) => Math.floor(value / 256 ** (bytes - 1 - at)) % 256,
    )
  },
})

/** A flag of one byte, 00 or 01. */
export const flagByte: ByteField<boolean> = {
  read: (reader) => {
    const byte = reader.byte()
    if (byte === undefined || byte > 1) return reader.fail('expected 00 or 01')
    return byte === 1
  },
  write: (value) => [value ? 1 : 0],
}

/** Opaque bytes in hexadecimal, as in the vendor's answers; lower case here. */
export const hexText = (bytes: number): ByteField<string> => ({
  read: (reader) => {
    const bytesRead = reader.take(bytes)
    return bytesRead && hexOf(bytesRead)
  },
  write: (value) => {
    const written = bytesOf(value)
    if (written?.length !== bytes)
      throw new RangeError(`expected ${bytes} bytes in hexadecimal digits`)
    return written
  },
})

export const hexOf = (bytes: readonly number[]): string =>
  bytes.map((byte) => byte.toString(16).padStart(2, '0')).join('')

/** `undefined` for text that is not hexadecimal. */
export const bytesOf = (text: string): readonly number[] | undefined =>
  /^(?:[\da-fA-F]{2})*$/.test(text)
    ? (text.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
    : undefined
