import { integer } from '../../../checks/values'

const MOST_ROWS = 100

/** How many rows to skip, and how many to give. */
export const rowParams = { offset: integer(), limit: integer({ min: 1, max: MOST_ROWS }) }

export interface Rows {
  readonly offset: number
  readonly limit: number
}

export const rowsOf = <Row>(all: readonly Row[], { offset, limit }: Rows): readonly Row[] =>
  all.slice(offset, offset + limit)
