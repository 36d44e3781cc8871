import type { Action } from '../action'
import { nodeOf } from '../contract/node'
import { UnsupportedError } from '../errors/unsupported-error'

type Fields = Readonly<Record<string, unknown>>

/** How an operation is paged: by the number of the page, by the number of rows to skip, or by a cursor. */
type Paging = 'page_no' | 'offset' | 'lastRowKey'

const pagings: readonly Paging[] = ['page_no', 'offset', 'lastRowKey']

/** Turns one request for a page into all of them, one after the other, as they are asked for. */
export const pagesOf = <Page>(
  action: Action | undefined,
  name: string,
  first: Fields,
  request: (params: Fields) => Promise<Page>,
): AsyncIterableIterator<Page> => {
  let params: Fields | undefined = first
  const next = async (): Promise<IteratorResult<Page, undefined>> => {
    if (params === undefined) return { done: true, value: undefined }
    const asked: Fields = params
    const paging = pagingOf(action, name)
    // Where the request fails the same page can be asked for again.
    const value = await request(asked)
    params = following(paging, asked, value, rowsNameOf(action))
    return { done: false, value }
  }
  const pages: AsyncIterableIterator<Page> = {
    next,
    return: async () => {
      params = undefined
      return { done: true, value: undefined }
    },
    [Symbol.asyncIterator]: () => pages,
  }
  return pages
}

const fieldsOf = (codec: unknown): Fields => {
  const node = nodeOf(codec)
  return node?._tag === 'record' ? { ...node.required, ...node.optional } : {}
}

const pagingOf = (action: Action | undefined, name: string): Paging => {
  const fields = fieldsOf(action?.params)
  const paging = pagings.find((field) => field in fields)
  if (paging === undefined)
    throw new UnsupportedError({ action: name, family: action?.family }, 'it has no pages.')
  return paging
}

const rowsNameOf = (action: Action | undefined): string | undefined => {
  const node = nodeOf(action?.result)
  return node?._tag === 'record' ? node.rows : undefined
}

/** The parameters of the next page, or undefined after the last one. */
const following = (
  paging: Paging,
  asked: Fields,
  page: unknown,
  rowsName: string | undefined,
): Fields | undefined => {
  const answer = (Array.isArray(page) ? { rows: page } : page) as Fields
  const rows = answer[rowsName ?? 'rows']
  const count = Array.isArray(rows) ? rows.length : 0
  if (count === 0 || !hasMore(paging, asked, answer, count)) return undefined
  if (paging === 'offset') return { ...asked, offset: Number(asked.offset) + count }
  if (paging === 'page_no') return { ...asked, page_no: Number(asked.page_no) + 1 }
  const { lastRowKey } = answer
  return typeof lastRowKey === 'string' && lastRowKey !== asked.lastRowKey
    ? { ...asked, lastRowKey }
    : undefined
}

/** The answer's own flag, else its total, else whether the page was full. */
const hasMore = (paging: Paging, asked: Fields, answer: Fields, count: number): boolean => {
  const flag = answer.has_more ?? answer.hasMore ?? answer.hasNext
  if (typeof flag === 'boolean') return flag
  if (paging === 'lastRowKey') return true
  const size = Number(asked.page_size ?? asked.pageSize ?? asked.limit)
  const total = answer.total ?? answer.totalCount
  if (typeof total !== 'number') return count >= size
  return paging === 'offset'
    ? Number(asked.offset) + count < total
    : Number(asked.page_no) * size < total
}
