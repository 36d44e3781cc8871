import type { Action } from '../action'
import { schemaOf } from '../contract/codec-schema'
import { UnsupportedError } from '../errors/unsupported-error'

type Fields = Readonly<Record<string, unknown>>

/** The form of paging: a page number, a number of rows to skip, or a cursor. */
type Paging = 'page_no' | 'offset' | 'lastRowKey'

const pagings: readonly Paging[] = ['page_no', 'offset', 'lastRowKey']

/** Requests the pages of an operation one after the other, each when it is needed. */
export const pagesOf = <Page>(
  action: Action | undefined,
  name: string,
  first: Fields,
  request: (params: Fields) => Promise<Page>,
): AsyncIterableIterator<Page> => {
  let params: Fields | undefined = first
  const next = async (): Promise<IteratorResult<Page, undefined>> => {
    if (params === undefined) return { done: true, value: undefined }
    const current: Fields = params
    const paging = pagingOf(action, name)
    // If the request fails, the same page can be requested again.
    const value = await request(current)
    params = nextParams(paging, current, value, rowsNameOf(action))
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
  const schema = schemaOf(action?.result)
  return (schema?._tag === 'record' && schema.rows) || ''
}

const fieldsOf = (codec: unknown): Fields => {
  const schema = schemaOf(codec)
  return schema?._tag === 'record' ? { ...schema.required, ...schema.optional } : {}
}

const pagingOf = (action: Action | undefined, name: string): Paging => {
  const fields = fieldsOf(action?.params)
  const paging = pagings.find((field) => field in fields)
  if (paging === undefined)
    throw new UnsupportedError(
      { action: name, family: action?.family },
      'the operation has no pages.',
    )
  return paging
}

/** The parameters of the next page, or undefined after the last one. */
const nextParams = (
  paging: Paging,
  current: Fields,
  page: unknown,
  rowsName: string,
): Fields | undefined => {
  const answer = page as Fields
  const rows = Array.isArray(page) ? page : answer[rowsName]
  const count = Array.isArray(rows) ? rows.length : 0
  // The answer's flag, else its total, else whether the page was full.
  const more = answer.has_more ?? answer.hasMore ?? answer.hasNext
  if (count === 0 || more === false) return undefined
  if (paging === 'lastRowKey') {
    const { lastRowKey } = answer
    return lastRowKey === undefined || lastRowKey === current.lastRowKey
      ? undefined
      : { ...current, lastRowKey }
  }
  const size = Number(current.page_size ?? current.limit)
  const at = Number(current[paging])
  const readCount = paging === 'offset' ? at + count : at * size
  const total = answer.total ?? answer.totalCount
  const isLast = typeof total === 'number' ? readCount >= total : count < size
  if (more !== true && isLast) return undefined
  return { ...current, [paging]: paging === 'offset' ? readCount : at + 1 }
}
