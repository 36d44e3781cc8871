import type { Action } from '../action'
import { schemaOf } from '../contract/codec-schema'
import { UnsupportedError } from '../errors/unsupported-error'
import { copyJson } from '../json/copy-json'
import { createMutex } from '../rx/mutex'
import { factsOf, isStuck, nextParams, noPages, type Paging, progressAfter } from './page-progress'

type Fields = Readonly<Record<string, unknown>>

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
  let progress = noPages
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
