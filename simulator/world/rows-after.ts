import { refuse } from '../refusal'

/** The rows after a row: new rows are inserted before it, and do not shift a page. */
export const rowsAfter = <Row extends { readonly id: string }>(
  rows: readonly Row[],
  lastRowKey: string | undefined,
  pageSize: number,
) => {
  const last = rows.findIndex(({ id }) => id === lastRowKey)
  if (lastRowKey !== undefined && last < 0) refuse('param is illegal', 'lastRowKey')
  const end = last + 1 + pageSize
  return { rows: rows.slice(last + 1, end), hasMore: end < rows.length }
}
