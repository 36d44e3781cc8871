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
