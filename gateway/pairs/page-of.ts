interface PageParams {
  /** From 1. */
  readonly page_no: number
  readonly page_size: number
}

/** One page of rows that a route returns all at once. */
export const pageOf = <Row>(rows: readonly Row[], { page_no, page_size }: PageParams) => ({
  has_more: page_no * page_size < rows.length,
  records: rows.slice((page_no - 1) * page_size, page_no * page_size),
})
