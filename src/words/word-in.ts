/** A table of words with a general word for keys that a newer cloud or lock may use. */
export type Table<Key extends string> = Readonly<Record<Key | 'other', string>>

/** Not `Object.hasOwn`: old WeChat does not have it. */
const hasOwn = Object.prototype.hasOwnProperty

/** The entry of a table; `undefined` for a key that is not its own, such as `constructor`. */
export const entryOf = <Value>(
  table: Readonly<Record<string, Value>>,
  key: unknown,
): Value | undefined =>
  typeof key === 'string' && hasOwn.call(table, key) ? table[key] : undefined

export const wordIn = (
  table: Readonly<Record<string, string>> & { readonly other: string },
  key: unknown,
): string => entryOf(table, key) ?? table.other
