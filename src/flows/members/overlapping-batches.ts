import type { Batches } from './batches'
import type { Member } from './member'

export type AskRows = (offset: number, limit: number) => Promise<readonly Member[]>

/**
 * Pages by the number of rows to skip, of a list that tells no total: each begins with the last row of the one before. If
 * that row is another one now, somebody was added or removed, and a row may have slid past.
 */
export const overlappingBatches = (ask: AskRows, pageSize: number): Batches => {
  let read = 0
  let lastId: string | undefined
  let isOver = false
  return async () => {
    if (isOver) return undefined
    const isFirst = lastId === undefined
    // Never more than the app wants, for nobody says how many the cloud gives; and never the last row alone.
    const limit = isFirst ? pageSize : Math.max(pageSize, 2)
    const offset = isFirst ? 0 : read - 1
    const members = await ask(offset, limit)
    const [first] = members
    const hasMoved = !isFirst && first?.id !== lastId
    read = offset + members.length
    lastId = members[members.length - 1]?.id
    isOver = members.length < limit
    return { members, hasMoved }
  }
}
