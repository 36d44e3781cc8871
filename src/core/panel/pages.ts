import type { Action } from '../action'
import { schemaOf } from '../contract/codec-schema'
import { UnsupportedError } from '../errors/unsupported-error'
import { copyJson } from '../json/copy-json'
import { createMutex } from '../rx/mutex'

type Fields = Readonly<Record<string, unknown>>

/** The form of paging: a page number, a number of rows to skip, or a cursor. */
type Paging = 'page_no' | 'offset' | 'lastRowKey'

const pagings: readonly Paging[] = ['page_no', 'offset', 'lastRowKey']

/** Requests the pages of an operation one after the other, each when it is needed, also if `next` is called twice at once. */
export const pagesOf = <Page>(
  action: Action | undefined,
  name: string,
  first: Fields | null | undefined,
  request: (params: Fields) => Promise<Page>,
): AsyncIterableIterator<Page> => {
  // A copy, because the caller may change its object between two pages.
  let params: Fields | undefined = copyJson(first ?? {})
  let progress: PageProgress = { readCount: 0, largest: 0, previous: '', repeats: 0, cursors: [] }
  const runExclusive = createMutex()
  const done: IteratorResult<Page, undefined> = { done: true, value: undefined }

  const readPage = async (): Promise<IteratorResult<Page, undefined>> => {
    if (params === undefined) return done
    const current: Fields = params
    // For an unknown action, the request fails with the right error.
    const paging = action === undefined ? 'offset' : pagingOf(action, name)
    // If the request fails, the same page can be requested again.
    const value = await request(current)
    // `return` was called meanwhile.
    if (params === undefined) return done
    const page = factsOf(value, rowsNameOf(action))
    if (paging !== 'lastRowKey' && isStuck(page, progress)) {
      params = undefined
      return done
    }
    params = nextParams(paging, current, page, progress)
    progress = progressAfter(page, progress)
    return { done: false, value }
  }
  const pages: AsyncIterableIterator<Page> = {
    next: () => runExclusive(readPage),
    return: async () => {
      params = undefined
      return done
    },
    [Symbol.asyncIterator]: () => pages,
  }
  return pages
}

const rowsNameOf = (action: Action | undefined): string => {
  const schema = schemaOf(action?.result)
  return (schema?._tag === 'record' && schema.rows) || ''
}

const fieldsOf = (codec: unknown): Fields => {
  const schema = schemaOf(codec)
  return schema?._tag === 'record' ? { ...schema.required, ...schema.optional } : {}
}

const pagingOf = (action: Action, name: string): Paging => {
  const fields = fieldsOf(action.params)
  const paging = pagings.find((field) => field in fields)
  if (paging === undefined)
    throw new UnsupportedError(
      { action: name, family: action.family },
      'the operation has no pages.',
    )
  return paging
}

/** What an answer says about its page. */
interface PageFacts {
  readonly rows: readonly unknown[]
  readonly more: unknown
  readonly total: unknown
  readonly lastRowKey: unknown
}

/** What is known of the pages that were read. */
interface PageProgress {
  readonly readCount: number
  /** The rows of the largest page. */
  readonly largest: number
  /** The rows of the last page, as text. */
  readonly previous: string
  /** How many pages before were equal to the one before them. */
  readonly repeats: number
  readonly cursors: readonly unknown[]
}

const factsOf = (page: unknown, rowsName: string): PageFacts => {
  const answer = page as Fields
  const rows = Array.isArray(page) ? page : answer[rowsName]
  return {
    rows: Array.isArray(rows) ? rows : [],
    more: answer.has_more ?? answer.hasMore ?? answer.hasNext,
    total: answer.total ?? answer.totalCount,
    lastRowKey: answer.lastRowKey,
  }
}

const textOf = ({ rows }: PageFacts): string => JSON.stringify(rows)

const isRepeated = (page: PageFacts, { previous }: PageProgress): boolean =>
  page.rows.length > 0 && textOf(page) === previous

/**
 * The cloud ignores the page number, or repeats its last page for ever. One equal page is not enough if the answer says
 * that there are more rows: as many rows as a page has may have been inserted before it.
 */
const isStuck = (page: PageFacts, progress: PageProgress): boolean =>
  isRepeated(page, progress) &&
  (progress.repeats > 0 || !(page.more === true || typeof page.total === 'number'))

const progressAfter = (page: PageFacts, before: PageProgress): PageProgress => ({
  readCount: before.readCount + page.rows.length,
  largest: Math.max(before.largest, page.rows.length),
  previous: textOf(page),
  repeats: isRepeated(page, before) ? before.repeats + 1 : 0,
  cursors: before.cursors.concat(page.lastRowKey),
})

/**
 * The parameters of the next page, or undefined after the last one. Counts the rows that came and not those that were
 * requested, because a cloud may answer smaller pages: a page is known to be short only beside a larger one. A total is a
 * hint: a full page is never the last one because of it.
 */
const nextParams = (
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
