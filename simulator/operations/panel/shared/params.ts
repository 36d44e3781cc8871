import { integer, name } from '../../../checks/values'

export const deviceParams = { devId: name }

const MOST_ROWS = 100

/** The number of rows to skip, and the number to return. */
export const rowParams = { offset: integer(), limit: integer({ min: 1, max: MOST_ROWS }) }

export interface Rows {
  readonly offset: number
  readonly limit: number
}

export const rowsOf = <Row>(all: readonly Row[], { offset, limit }: Rows): readonly Row[] =>
  all.slice(offset, offset + limit)
