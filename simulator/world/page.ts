import { refuse } from '../refusal'

export interface PageParams {
  /** From 1. */
  readonly page_no: number
  readonly page_size: number
}

/** The rows of one page, and its totals. */
export const pageOf = <Row>(rows: readonly Row[], { page_no, page_size }: PageParams) => ({
  rows: rows.slice((page_no - 1) * page_size, page_no * page_size),
  total: rows.length,
  total_pages: Math.ceil(rows.length / page_size),
  has_more: page_no * page_size < rows.length,
})

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
