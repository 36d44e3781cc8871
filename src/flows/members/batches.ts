import { createMutex } from '../../core/rx/mutex'
import type { Member } from './member'

/** A page of members. */
export interface Batch {
  readonly members: readonly Member[]
  /** How many there are in all, where the cloud says so. */
  readonly total?: number | undefined
  /** Seen to be another list than that of the page before. */
  readonly hasMoved?: boolean
}

/** Gives the next members, or nothing after the last ones; what failed can be asked for again. */
export type Batches = () => Promise<Batch | undefined>

/**
 * Ends too where a page is the one before it once more: whoever answers so knows no pages. With a total that is not
 * reached, so many members were put on top that a page slid by its whole length.
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

/** One answer that holds everybody. */
export const singleBatch = (ask: () => Promise<Batch>): Batches => {
  let isRead = false
  return async () => {
    if (isRead) return undefined
    const batch = await ask()
    isRead = true
    return batch
  }
}

/** All of the first, then all of the second. */
export const inTurn = (first: Batches, second: Batches): Batches => {
  let isOnSecond = false
  return async () => {
    const batch = isOnSecond ? undefined : await first()
    if (batch !== undefined) return batch
    isOnSecond = true
    return second()
  }
}

/** A list that moves all the time is not read for ever. */
const MOST_PASSES = 3

/**
 * The members of all batches, each once, though the pages move while they are read. A batch is asked for when somebody
 * wants a member of it; after a failure the same one is asked for again.
 *
 * Where the total changes on the way, or a page does not follow the one before, somebody was added or removed, and a
 * member may have slid past: then everything is read again, for those who were missed. What no list shows: that one was
 * added and one removed between two pages of equal totals, or of a list that tells none.
 */
export const membersIn = (begin: () => Batches): AsyncIterableIterator<Member> => {
  const seen = new Set<string>()
  let waiting: readonly Member[] = []
  let batches: Batches | undefined
  let total: number | undefined
  let hasMoved = false
  let passes = 1
  let isOver = false

  const take = (batch: Batch): void => {
    hasMoved = hasMoved || batch.hasMoved === true || (total !== undefined && batch.total !== total)
    total = batch.total
    waiting = batch.members.filter(({ id }) => !seen.has(id))
    for (const { id } of waiting) seen.add(id)
  }
  const endPass = (): void => {
    isOver = !hasMoved || passes === MOST_PASSES
    hasMoved = false
    passes++
    batches = undefined
  }
  const next = async (): Promise<IteratorResult<Member, undefined>> => {
    while (!isOver) {
      const [member, ...others] = waiting
      if (member !== undefined) {
        waiting = others
        return { done: false, value: member }
      }
      batches ??= begin()
      const batch = await batches()
      if (batch === undefined) endPass()
      else take(batch)
    }
    return { done: true, value: undefined }
  }
  const oneAtATime = createMutex()
  const members: AsyncIterableIterator<Member> = {
    next: () => oneAtATime(next),
    return: async () => {
      isOver = true
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => members,
  }
  return members
}
