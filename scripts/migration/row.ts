/** A function of the vendor's lock SDK, or the title of a page whose functions are not named in public. */
export interface Row {
  readonly name: string
  /** Paths such as `door.members.all`; or `action:` and an operation. None: `note` is the reason. */
  readonly with: readonly string[]
  /** It does only a part, or the raw operation alone exists. */
  readonly isPartial?: boolean
  readonly note?: string
}

export interface Group<OneRow extends Row = Row> {
  readonly title: string
  readonly rows: readonly OneRow[]
}

export const full = (names: string, paths: string, note?: string): readonly Row[] =>
  rowsOf(names, { with: paths.split(' '), ...(note !== undefined && { note }) })

export const partial = (names: string, paths: readonly string[], note: string): readonly Row[] =>
  rowsOf(names, { with: paths, isPartial: true, note })

export const none = (names: string, note: string): readonly Row[] =>
  rowsOf(names, { with: [], note })

const rowsOf = (names: string, row: Omit<Row, 'name'>): readonly Row[] =>
  names.split(', ').map((name) => ({ name, ...row }))
