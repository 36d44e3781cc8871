import type { Action } from '../action'
import { schemaOf } from '../contract/codec-schema'
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

const rowsNameOf = (action: Action | undefined): string => {
  const node = schemaOf(action?.result)
  return (node?._tag === 'record' && node.rows) || ''
}

const fieldsOf = (codec: unknown): Fields => {
  const node = schemaOf(codec)
  return node?._tag === 'record' ? { ...node.required, ...node.optional } : {}
}

const pagingOf = (action: Action | undefined, name: string): Paging => {
  const fields = fieldsOf(action?.params)
  const paging = pagings.find((field) => field in fields)
  if (paging === undefined)
    throw new UnsupportedError({ action: name, family: action?.family }, 'it has no pages.')
  return paging
}

/** The parameters of the next page, or undefined after the last one. */
const following = (
  paging: Paging,
  asked: Fields,
  page: unknown,
  rowsName: string,
): Fields | undefined => {
  const answer = page as Fields
  const rows = Array.isArray(page) ? page : answer[rowsName]
  const count = Array.isArray(rows) ? rows.length : 0
  // The answer's own flag, else its total, else whether the page was full.
  const more = answer.has_more ?? answer.hasMore ?? answer.hasNext
  if (count === 0 || more === false) return undefined
  if (paging === 'lastRowKey') {
    const { lastRowKey } = answer
    return lastRowKey === undefined || lastRowKey === asked.lastRowKey
      ? undefined
      : { ...asked, lastRowKey }
  }
  const size = Number(asked.page_size ?? asked.limit)
  const at = Number(asked[paging])
  const seen = paging === 'offset' ? at + count : at * size
  const total = answer.total ?? answer.totalCount
  const isLast = typeof total === 'number' ? seen >= total : count < size
  if (more !== true && isLast) return undefined
  return { ...asked, [paging]: paging === 'offset' ? seen : at + 1 }
}
