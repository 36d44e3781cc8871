/** A number as bytes, most significant first; higher bytes are cut off. */
export const hex = (value: number, bytes: number): string =>
  value
    .toString(16)
    .padStart(2 * bytes, '0')
    .slice(-2 * bytes)

export const hexOfText = (text: string): string =>
  Array.from(text, (character) => hex(character.charCodeAt(0), 1)).join('')

/** The bytes of a raw data point; `undefined` if it is not hexadecimal. */
export const bytesOf = (value: unknown): readonly number[] | undefined =>
  typeof value === 'string' && /^(?:[\da-f]{2})*$/i.test(value)
    ? Array.from(value.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
    : undefined

export const hexOf = (bytes: readonly number[]): string =>
  bytes.map((byte) => hex(byte, 1)).join('')
