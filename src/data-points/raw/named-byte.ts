import { type ByteField, uint } from './byte-field'

/** One of the documented names, or the number of an undocumented byte, which newer locks may have. */
export type Named<Name extends string> = Name | number

/** An open enumeration of one byte. */
export const namedByte = <const Name extends string>(
  numbers: Readonly<Record<Name, number>>,
): ByteField<Named<Name>> => {
  const byte = uint(1)
  const names = Object.keys(numbers) as Name[]
  return {
    read: (reader) => {
      const read = byte.read(reader)
      return names.find((name) => numbers[name] === read) ?? read
    },
    write: (value) =>
      byte.write(typeof value === 'number' ? value : (numbers[value] ?? Number.NaN)),
  }
}
