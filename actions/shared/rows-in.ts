import { isPlainObject } from './json-values'

/** Where the vendor's pages have their rows, over all families. */
const rowNames = ['records', 'datas', 'data', 'list', 'logs', 'rows', 'items', 'users', 'result']

/** The rows of an object that is a page, whatever their field is called. */
export const rowsIn = (
  value: Readonly<Record<string, unknown>>,
): readonly unknown[] | undefined => {
  const name = rowNames.find((candidate) => Array.isArray(value[candidate]))
  return name === undefined ? undefined : (value[name] as readonly unknown[])
}

const counts = ['total', 'totalCount', 'total_count', 'count']

/** How the cloud writes an empty list: nothing, an empty object, or a page that counts no rows. */
export const isEmptyPage = (value: unknown): boolean => {
  if (value === undefined || value === null || value === '') return true
  if (!isPlainObject(value) || rowsIn(value) !== undefined) return false
  return Object.keys(value).length === 0 || counts.some((name) => Number(value[name] ?? 1) === 0)
}
