/** Fields of a view, and paths such as `rows[20]`, as `setData` takes them. */
export type Changes<View> = Partial<View> & Readonly<Record<string, unknown>>

/**
 * What `setData` must send: the fields that changed, and of a list that has grown only the new rows; first all fields. All that is sent crosses
 * from the logic layer to the view as JSON, so a list of records would be sent again with every page of it.
 */
export const changesOf = <View extends object>(
  before: View | undefined,
  after: View,
): Changes<View> => {
  const changes: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(after)) {
    const old: unknown = before?.[name as keyof View]
    if (value === old) continue
    const known = Array.isArray(value) && Array.isArray(old) ? sharedStart(old, value) : undefined
    if (known === undefined) changes[name] = value
    else
      for (let index = known; index < value.length; index++)
        changes[`${name}[${index}]`] = value[index]
  }
  return changes as Changes<View>
}

/** The number of old rows if the list still begins with all of them. */
const sharedStart = (before: readonly unknown[], after: readonly unknown[]): number | undefined =>
  before.length > 0 && before.every((row, index) => row === after[index])
    ? before.length
    : undefined

/** Makes each row once, so that `changesOf` recognises it. */
export const rowsOnce = <Item extends object, Row>(rowOf: (item: Item) => Row) => {
  const rows = new WeakMap<Item, Row>()
  return (items: readonly Item[]): readonly Row[] =>
    items.map((item) => {
      const row = rows.get(item) ?? rowOf(item)
      rows.set(item, row)
      return row
    })
}
