import type { CallOptions } from '../../core/pipeline/call'
import type { DpSchema } from '../../data-points/dp-schema'
import type { LockContext } from '../shared/lock-context'
import type { RecordKind, RecordSource } from './lock-record'
import type { Row } from './sighting'

/** What a source is asked; those that cannot take a time range are asked for everything, newest first. */
export interface Question {
  /** 0: without a beginning. */
  readonly fromMs: number
  /** Undefined: without an end. */
  readonly toMs: number | undefined
  /** The standard codes of the kinds that are wanted. */
  readonly codes: readonly string[]
  readonly pageSize: number
  /** Counted from 0; the pages before it are left out. */
  readonly firstPage: number
  /** The lock's own ids, where they are known. */
  readonly schema: DpSchema | undefined
  readonly options: CallOptions
}

export interface SourcePage {
  readonly rows: readonly Row[]
  /** How many rows there are in all, where the source says so. */
  readonly total?: number | undefined
  /** As the source counts them. */
  readonly count: number
}

/** One operation as a source of records. */
export interface Source {
  readonly name: RecordSource
  readonly tells: readonly RecordKind[]
  /** It tells whole seconds. */
  readonly inSeconds?: true
  /** It is asked by the ids of data points; gives undefined where the lock has none of those wanted. */
  readonly byIds?: true
  /** A page begins after a row, not at a number: pages do not move, and cannot be asked by their number. */
  readonly isKeyed?: true
  readonly pages: (lock: LockContext, question: Question) => AsyncIterator<SourcePage> | undefined
}

/** The same pages in the words of all sources. */
export const mapPages = <Page>(
  pages: AsyncIterableIterator<Page>,
  map: (page: Page) => SourcePage,
): AsyncIterator<SourcePage> => ({
  next: async () => {
    const { done, value } = await pages.next()
    return done === true ? { done: true, value: undefined } : { done: false, value: map(value) }
  },
})
