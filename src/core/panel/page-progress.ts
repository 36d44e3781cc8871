type Fields = Readonly<Record<string, unknown>>

/** The form of paging: a page number, a number of rows to skip, or a cursor. */
export type Paging = 'page_no' | 'offset' | 'lastRowKey'

/** What an answer shows of its page. */
interface PageFacts {
  readonly rows: readonly unknown[]
  /** The rows as text, to compare two pages. */
  readonly text: string
  readonly more: unknown
  readonly total: unknown
  readonly lastRowKey: unknown
}

/** What is known of the pages that were read. */
export interface PageProgress {
  readonly readCount: number
  /** The rows of the largest page. */
  readonly largest: number
  /** The rows of the last page, as text. */
  readonly previous: string
  /** How many pages before were equal to the one before them. */
  readonly repeats: number
  readonly cursors: readonly unknown[]
}

export const noPages: PageProgress = {
  readCount: 0,
  largest: 0,
  previous: '',
  repeats: 0,
  cursors: [],
}

export const factsOf = (page: unknown, rowsName: string): PageFacts => {
  const answer = page as Fields
  const list = Array.isArray(page) ? page : answer[rowsName]
  const rows: readonly unknown[] = Array.isArray(list) ? list : []
  return {
    rows,
    text: JSON.stringify(rows),
    more: answer.has_more ?? answer.hasMore ?? answer.hasNext,
    total: answer.total ?? answer.totalCount,
    lastRowKey: answer.lastRowKey,
  }
}

const isRepeated = ({ rows, text }: PageFacts, { previous }: PageProgress): boolean =>
  rows.length > 0 && text === previous

/**
 * The cloud ignores the page number, or repeats its last page for ever. One equal page is not enough if the answer says
 * that there are more rows: as many rows as a page has may have been inserted before it.
 */
export const isStuck = (page: PageFacts, progress: PageProgress): boolean =>
  isRepeated(page, progress) &&
  (progress.repeats > 0 || !(page.more === true || typeof page.total === 'number'))

export const progressAfter = (page: PageFacts, before: PageProgress): PageProgress => ({
  readCount: before.readCount + page.rows.length,
  largest: Math.max(before.largest, page.rows.length),
  previous: page.text,
  repeats: isRepeated(page, before) ? before.repeats + 1 : 0,
  cursors: before.cursors.concat(page.lastRowKey),
})

/**
 * The parameters of the next page, or undefined after the last one. Counts the rows that came and not those that were
 * requested, because a cloud may answer smaller pages: a page is known to be short only beside a larger one. A total is a
 * hint: a full page is never the last one because of it.
 */
export const nextParams = (
  paging: Paging,
  current: Fields,
  { rows, more, total, lastRowKey }: PageFacts,
  { readCount, largest, cursors }: PageProgress,
): Fields | undefined => {
  const count = rows.length
  if (count === 0 || more === false) return undefined
  if (paging === 'lastRowKey')
    return lastRowKey === undefined ||
      lastRowKey === current.lastRowKey ||
      cursors.includes(lastRowKey)
      ? undefined
      : { ...current, lastRowKey }
  const at = Number(current[paging])
  const isFull = count >= Number(current.page_size ?? current.limit)
  const endsAt = paging === 'offset' ? at + count : readCount + count
  const isTotalRead = !isFull && typeof total === 'number' && endsAt >= total
  if (more !== true && (count < largest || isTotalRead)) return undefined
  return { ...current, [paging]: paging === 'offset' ? at + count : at + 1 }
}
