import { createMutex } from '../../core/rx/mutex'
import type { Member } from './member'

/** A page of members. */
export interface Batch {
  readonly members: readonly Member[]
  /** The total number of members, if the cloud returns it. */
  readonly total?: number | undefined
  /** The list changed since the previous page. */
  readonly hasMoved?: boolean
}

/** Resolves with the next members, or undefined after the last; can be called again after a failure. */
export type Batches = () => Promise<Batch | undefined>

/**
 * Also ends at a repeated page, which an operation without paging returns. If the total is not reached, as many members
 * were added on top as a page has, and reading continues.
 */
export const batchesOf = <Page>(
  pages: AsyncIterableIterator<Page>,
  read: (page: Page) => Batch,
): Batches => {
  let idsBefore: string | undefined
  let count = 0
  return async () => {
    const { done, value } = await pages.next()
    if (done === true) return undefined
    const batch = read(value)
    const ids = batch.members.map(({ id }) => id).join()
    const isRepeated = ids === idsBefore
    idsBefore = ids
    count += batch.members.length
    return isRepeated && count >= (batch.total ?? 0) ? undefined : batch
  }
}

/** One answer with all members. */
export const singleBatch = (read: () => Promise<Batch>): Batches => {
  let isRead = false
  return async () => {
    if (isRead) return undefined
    const batch = await read()
    isRead = true
    return batch
  }
}

/** The batches of the first, then of the second. */
export const concatBatches = (first: Batches, second: Batches): Batches => {
  let isOnSecond = false
  return async () => {
    const batch = isOnSecond ? undefined : await first()
    if (batch !== undefined) return batch
    isOnSecond = true
    return second()
  }
}

/** Limits the reads of a list that changes all the time. */
const MAX_PASSES = 3

/**
 * The members of all batches, each once, also if pages move while they are read. A batch is read when its first member is
 * needed; after a failure the same one is read again.
 *
 * If the total changes, or a page does not continue the previous one, a member may have been missed, and the list is read
 * again. This does not detect one member added and one removed between two pages with equal or no totals.
 */
export const membersIn = (start: () => Batches): AsyncIterableIterator<Member> => {
  const readIds = new Set<string>()
  let waiting: readonly Member[] = []
  let batches: Batches | undefined
  let total: number | undefined
  let hasMoved = false
  let passes = 1
  let isEnded = false

  const addBatch = (batch: Batch): void => {
    hasMoved = hasMoved || batch.hasMoved === true || (total !== undefined && batch.total !== total)
    total = batch.total
    waiting = batch.members.filter(({ id }) => !readIds.has(id))
    for (const { id } of waiting) readIds.add(id)
  }
  const endPass = (): void => {
    isEnded = !hasMoved || passes === MAX_PASSES
    hasMoved = false
    passes++
    batches = undefined
  }
  const next = async (): Promise<IteratorResult<Member, undefined>> => {
    while (!isEnded) {
      const [member, ...others] = waiting
      if (member !== undefined) {
        waiting = others
        return { done: false, value: member }
      }
      batches ??= start()
      const batch = await batches()
      if (batch === undefined) endPass()
      else addBatch(batch)
    }
    return { done: true, value: undefined }
  }
  const runExclusive = createMutex()
  const members: AsyncIterableIterator<Member> = {
    next: () => runExclusive(next),
    return: async () => {
      isEnded = true
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => members,
  }
  return members
}
