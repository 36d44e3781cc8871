/** Adds a line to a file of sorted exports. */
export const withExport = (text: string, line: string): string => {
  const lines = text.trimEnd().split('\n')
  const exports = [...lines.filter((one) => one.startsWith('export ')), line].sort(byPath)
  return `${[...lines.filter((one) => !one.startsWith('export ')), ...exports].join('\n')}\n`
}

const pathIn = (line: string): string => line.slice(line.indexOf(" from '"))
const byPath = (one: string, other: string): number => (pathIn(one) < pathIn(other) ? -1 : 1)

/** Adds a row to a JSON list. */
export const withRow = (text: string, row: object): string =>
  `${JSON.stringify([...(JSON.parse(text) as unknown[]), row], null, 2)}\n`

/** Adds an example before the end of the object of a file of `test/support/examples`. */
export const withExample = (text: string, name: string, params: object): string => {
  const end = text.lastIndexOf('} satisfies')
  if (end === -1) throw new Error('The file of the examples does not end with `} satisfies …`.')
  const { device_id: _, ...others } = params as Readonly<Record<string, unknown>>
  const fields = Object.entries(others).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  const given = ['device_id' in params ? 'device_id' : '', ...fields].filter(
    (field) => field !== '',
  )
  return `${text.slice(0, end)}  '${name}': () => ({ ${given.join(', ')} }),\n${text.slice(end)}`
}
