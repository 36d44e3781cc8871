import type { Issue } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { supportsInstructions } from '../shared/instructions'
import type { LockContext } from '../shared/lock-context'
import { type RecordKind, type RecordSource, recordKinds, recordSources } from './lock-record'
import type { Source } from './source'
import { sources } from './sources'

/** Which records; all of them, if left out. */
export interface RecordQuery {
  /** The oldest, milliseconds since 1970. */
  readonly fromMs?: number
  /** The newest, milliseconds since 1970. */
  readonly toMs?: number
  readonly kinds?: readonly RecordKind[]
  /** @default all that the panel has for this lock */
  readonly sources?: readonly RecordSource[]
  /** How many rows a source is asked for at a time, at most 100. @default 20 */
  readonly pageSize?: number
}

/** A query that was checked, and the sources that can answer it. */
export interface CheckedQuery {
  readonly fromMs: number
  readonly toMs: number
  readonly kinds: readonly RecordKind[]
  readonly pageSize: number
  readonly sources: readonly Source[]
  /** The app named the sources itself. */
  readonly isNamed: boolean
}

const ORIGIN = { action: 'records' }
const PAGE_SIZE = 20
/** Of `operateRecords` (document 001, line 253). */
const MAX_PAGE_SIZE = 100

/** Throws a ParamsError, or an UnsupportedError where no source of this lock tells what is wanted. */
export const checkQuery = (lock: LockContext, query: RecordQuery): CheckedQuery => {
  const issues = issuesOf(query)
  if (issues.length > 0) throw new ParamsError(ORIGIN, issues)
  const { fromMs = 0, toMs = Number.POSITIVE_INFINITY, kinds = recordKinds } = query
  const named = query.sources
  const missing = named?.filter((name) => !canAsk(lock, sources[name])) ?? []
  const able = (named ?? recordSources)
    .map((name) => sources[name])
    .filter((source) => canAsk(lock, source) && source.tells.some((kind) => kinds.includes(kind)))
  if (missing.length > 0 || able.length === 0) throw noSource(lock, missing, kinds)
  return {
    fromMs,
    toMs,
    kinds,
    pageSize: query.pageSize ?? PAGE_SIZE,
    sources: able,
    isNamed: named !== undefined,
  }
}

/** The lists that go by ids need the lock's own: from its schema, or from the cloud. */
export const canAsk = (lock: LockContext, { name, byIds }: Source): boolean =>
  lock.supports(name) &&
  (byIds !== true || lock.options.schema !== undefined || supportsInstructions(lock))

const issuesOf = ({ fromMs, toMs, kinds, sources: named, pageSize }: RecordQuery) => {
  const issues: Issue[] = []
  const check = (isRight: boolean, path: keyof RecordQuery, message: string) => {
    if (!isRight) issues.push({ path, message })
  }
  check(isTime(fromMs), 'fromMs', 'expected milliseconds since 1970')
  check(isTime(toMs), 'toMs', 'expected milliseconds since 1970')
  check((fromMs ?? 0) <= (toMs ?? Number.POSITIVE_INFINITY), 'toMs', 'expected not before fromMs')
  check(isSome(kinds, recordKinds), 'kinds', `expected some of ${recordKinds.join(', ')}`)
  check(isSome(named, recordSources), 'sources', `expected some of ${recordSources.join(', ')}`)
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

const noSource = (
  { options: { type } }: LockContext,
  missing: readonly string[],
  kinds: readonly string[],
) =>
  new UnsupportedError(
    ORIGIN,
    missing.length > 0
      ? `a lock of type ${type} has no ${missing.join(', ')} on this panel.`
      : `nothing on this panel tells of a lock of type ${type}: ${kinds.join(', ')}. The panel's own lists need its \`schema\`.`,
  )
