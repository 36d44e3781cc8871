import { refuse } from '../refusal'

/** The rows behind a row: what is written meanwhile stands before it, and moves no page. */
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
