import type { CallOptions } from '../../core/pipeline/call'
import type { DpSchema } from '../../data-points/dp-schema'
import type { LockContext } from '../shared/lock-context'
import type { RecordKind, RecordSource } from './lock-record'
import type { Row } from './source-record'

/** The query for a source. Sources without a time range are read completely, newest first. */
export interface SourceQuery {
  /** 0: no lower limit. */
  readonly fromMs: number
  /** Undefined: no upper limit. */
  readonly toMs: number | undefined
  /** The standard codes of the requested kinds. */
  readonly codes: readonly string[]
  readonly pageSize: number
  /** Counted from 0; earlier pages are skipped. */
  readonly firstPage: number
  /** The ids of the lock's data points, if known. */
  readonly schema: DpSchema | undefined
  readonly options: CallOptions
}

export interface SourcePage {
  readonly rows: readonly Row[]
  /** The total number of rows, if the source returns it. */
  readonly total?: number | undefined
  /** The number of rows as the source counts them. */
  readonly count: number
}

/** One operation as a source of records. */
export interface Source {
  readonly name: RecordSource
  readonly kinds: readonly RecordKind[]
  /** Its times are whole seconds. */
  readonly inSeconds?: true
  /** It is queried by data point ids; `pages` returns undefined if the lock has none of the requested ones. */
  readonly byIds?: true
  /** A page starts after a row, not at a number: pages do not move, and cannot be requested by number. */
  readonly isKeyed?: true
  readonly pages: (lock: LockContext, query: SourceQuery) => AsyncIterator<SourcePage> | undefined
}

/** Maps pages of an operation to pages of a source. */
export const mapPages = <Page>(
  pages: AsyncIterableIterator<Page>,
  map: (page: Page) => SourcePage,
): AsyncIterator<SourcePage> => ({
  next: async () => {
    const { done, value } = await pages.next()
    return done === true ? { done: true, value: undefined } : { done: false, value: map(value) }
  },
})
