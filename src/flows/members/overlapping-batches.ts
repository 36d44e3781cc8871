import type { Batches } from './batches'
import type { Member } from './member'

export type ReadRows = (offset: number, limit: number) => Promise<readonly Member[]>

/**
 * Pages by offset, of a list without a total: each page starts with the last row of the previous one. If that row has
 * changed, a member was added or removed, and a row may have been missed.
 *
 * A cloud may return fewer rows than requested, so the list ends at a page that is shorter than another one, or that has no
 * row besides the last one. A repeated page ends it too: the cloud ignores the offset.
 */
export const overlappingBatches = (readRows: ReadRows, pageSize: number): Batches => {
  let rowCount = 0
  let lastId: string | undefined
  let largest = 0
  let idsBefore: string | undefined
  let isEnded = false
  return async () => {
    if (isEnded) return undefined
    const isFirst = lastId === undefined
    // At most the requested size, because the limit of the cloud is not documented; never only the last row.
    const limit = isFirst ? pageSize : Math.max(pageSize, 2)
    const offset = isFirst ? 0 : rowCount - 1
    const members = await readRows(offset, limit)
    const [first] = members
    const hasMoved = !isFirst && first?.id !== lastId
    rowCount = offset + members.length
    lastId = members[members.length - 1]?.id
    const count = members.length
    const ids = members.map(({ id }) => id).join()
    isEnded = count <= (isFirst ? 0 : 1) || count < largest || ids === idsBefore
    largest = Math.max(largest, count)
    idsBefore = ids
    return { members, hasMoved }
  }
}
