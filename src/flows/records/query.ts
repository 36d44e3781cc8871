import type { Issue } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { isComplete } from '../shared/channel'
import type { LockContext } from '../shared/lock-context'
import { recordChannels } from './channels'
import { type RecordKind, type RecordSource, recordKinds, recordSources } from './lock-record'
import type { Source } from './source'
import { sources } from './sources'

/**
 * Filters the records. @default all records
 *
 * @example
 * ```ts
 * const query: RecordQuery = { kinds: ['alarm'], pageSize: 50 }
 * const alarms = await frontDoor.records(query).take(10)
 * ```
 */
export interface RecordQuery {
  /** The oldest, milliseconds since 1970. */
  readonly fromMs?: number
  /** The newest, milliseconds since 1970. */
  readonly toMs?: number
  /** The kinds of records. @default all */
  readonly kinds?: readonly RecordKind[]
  /** The operations to read. @default all that the panel supports for this lock */
  readonly sources?: readonly RecordSource[]
  /**
   * Reads every source, and merges the rows of one event: more details, more requests. An event whose times differ by more
   * than a second between sources is several records then. By default, each kind is read from the richest source.
   * @default false
   */
  readonly merge?: boolean
  /** The number of rows in a page of a source, at most 100. @default 20 */
  readonly pageSize?: number
}

/** A validated query with its sources. */
export interface CheckedQuery {
  readonly fromMs: number
  readonly toMs: number
  readonly kinds: readonly RecordKind[]
  readonly pageSize: number
  readonly merge: boolean
  readonly sources: readonly Source[]
  /** The caller named the sources. */
  readonly isNamed: boolean
}

const ORIGIN = { action: 'records' }
const PAGE_SIZE = 20
/** Of `operateRecords` (document 001, line 253). */
const MAX_PAGE_SIZE = 100

/** Throws a ParamsError, or an UnsupportedError if no source of this lock contains the requested kinds. */
export const checkQuery = (lock: LockContext, query: RecordQuery): CheckedQuery => {
  const issues = issuesOf(query)
  if (issues.length > 0) throw new ParamsError(ORIGIN, issues)
  const { fromMs = 0, toMs = Number.POSITIVE_INFINITY, kinds = recordKinds } = query
  const named = query.sources
  const missing = named?.filter((name) => !supportsSource(lock, sources[name])) ?? []
  const supported = (named ?? recordSources)
    .map((name) => sources[name])
    .filter(
      (source) => supportsSource(lock, source) && source.kinds.some((kind) => kinds.includes(kind)),
    )
  if (missing.length > 0 || supported.length === 0) throw noSource(lock, missing, kinds)
  return {
    fromMs,
    toMs,
    kinds,
    pageSize: query.pageSize ?? PAGE_SIZE,
    merge: query.merge ?? false,
    sources: supported,
    isNamed: named !== undefined,
  }
}

const supportsSource = (lock: LockContext, { name }: Source): boolean =>
  recordChannels.records.some(
    (channel) => channel.operations[0] === name && isComplete(lock, channel),
  )

const issuesOf = ({ fromMs, toMs, kinds, sources: named, merge, pageSize }: RecordQuery) => {
  const issues: Issue[] = []
  const check = (isValid: boolean, path: keyof RecordQuery, message: string) => {
    if (!isValid) issues.push({ path, message })
  }
  check(isTime(fromMs), 'fromMs', 'expected milliseconds since 1970')
  check(isTime(toMs), 'toMs', 'expected milliseconds since 1970')
  check((fromMs ?? 0) <= (toMs ?? Number.POSITIVE_INFINITY), 'toMs', 'expected not before fromMs')
  check(isSome(kinds, recordKinds), 'kinds', `expected some of ${recordKinds.join(', ')}`)
  check(isSome(named, recordSources), 'sources', `expected some of ${recordSources.join(', ')}`)
  check(merge === undefined || typeof merge === 'boolean', 'merge', 'expected true or false')
  check(
    pageSize === undefined ||
      (Number.isInteger(pageSize) && pageSize >= 1 && pageSize <= MAX_PAGE_SIZE),
    'pageSize',
    `expected a whole number from 1 to ${MAX_PAGE_SIZE}`,
  )
  return issues
}

const isTime = (time: number | undefined) =>
  time === undefined || (Number.isSafeInteger(time) && time >= 0)

const isSome = <Name>(names: readonly Name[] | undefined, all: readonly Name[]): boolean =>
  names === undefined || (names.length > 0 && names.every((name) => all.includes(name)))

const listsOf = (kinds: readonly string[]): readonly string[] =>
  recordSources.filter((name) => sources[name].kinds.some((kind) => kinds.includes(kind)))

const noSource = (
  { options: { type } }: LockContext,
  missing: readonly string[],
  kinds: readonly string[],
) =>
  new UnsupportedError(
    ORIGIN,
    missing.length > 0
      ? `a lock of type ${type} does not support ${missing.join(', ')} on this panel.`
      : `no list on this panel contains ${kinds.join(', ')} of a lock of type ${type}: it supports none of ${listsOf(kinds).join(', ')}. The panel APIs need the option \`schema\`.`,
  )
