import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { recordSources } from '../../../src/flows/records/lock-record'
import { mergeReaders } from '../../../src/flows/records/merge'
import {
  type MergedRecord,
  mergedRecordOf,
  mergeInto,
} from '../../../src/flows/records/merged-record'
import type { Reader } from '../../../src/flows/records/reader'
import type { SourceRecord } from '../../../src/flows/records/source-record'

const inSeconds: readonly string[] = ['doorLock.openingLogs', 'doorLock.alarmLogs']

/** A source with two rows on a page. */
const readerOf = (source: Reader['source'], rows: readonly SourceRecord[]): Reader => {
  const unread = [...rows]
  const buffer: SourceRecord[] = []
  let boundMs = Number.POSITIVE_INFINITY
  return {
    source,
    boundMs: () => buffer[0]?.atMs ?? boundMs,
    head: () => buffer[0],
    take: () => buffer.shift(),
    replace: () => {},
    fill: async () => {
      const page = unread.splice(0, 2)
      buffer.push(...page)
      boundMs = page[page.length - 1]?.atMs ?? Number.NEGATIVE_INFINITY
    },
    floorMs: () => Number.NEGATIVE_INFINITY,
    firstPage: () => undefined,
  }
}

const collect = async (
  next: () => Promise<MergedRecord | undefined>,
): Promise<readonly MergedRecord[]> => {
  const all: MergedRecord[] = []
  for (let merged = await next(); merged !== undefined; merged = await next()) all.push(merged)
  return all
}

const methods = ['unlock_fingerprint', 'unlock_card'] as const
const events = fc.array(
  fc.record({
    atMs: fc.integer({ min: 1_000_000, max: 1_010_000 }),
    code: fc.constantFrom(...methods),
    userId: fc.constantFrom('1', '2'),
  }),
  { maxLength: 12 },
)

/** The records of all events in one source. */
const sourceRecordsOf = (
  all: readonly { readonly atMs: number; readonly code: string; readonly userId: string }[],
  source: Reader['source'],
): readonly SourceRecord[] =>
  [...all]
    .map(({ atMs, code, userId }, index) => {
      const isInSeconds = inSeconds.includes(source)
      return {
        source,
        key: `${source} ${index}`,
        // Logs and records have separate numbers.
        ...(!isInSeconds && {
          id: source === 'doorLock.operateRecords' ? `log-${index}` : `${index}`,
        }),
        atMs: isInSeconds ? Math.floor(atMs / 1000) * 1000 : atMs,
        spanMs: isInSeconds ? 999 : 0,
        kind: 'opening' as const,
        details: { code, userId },
      }
    })
    .sort((one, other) => other.atMs - one.atMs)

describe('mergeReaders', () => {
  it('returns each event once, with a record of each source, newest first', async () => {
    await fc.assert(
      fc.asyncProperty(
        events,
        fc.subarray([...recordSources], { minLength: 1 }),
        async (all, names) => {
          const readers = names.map((name) => readerOf(name, sourceRecordsOf(all, name)))
          const mergedRecords = await collect(mergeReaders(readers, () => false))
          expect(mergedRecords).toHaveLength(all.length)
          for (const { records } of mergedRecords)
            expect(new Set(records.map(({ source }) => source)).size).toBe(names.length)
          const times = mergedRecords.map(({ atMs }) => atMs)
          expect(times).toEqual([...times].sort((one, other) => other - one))
        },
      ),
    )
  })

  it('loses no record and merges no two records of one source if sources lack events', async () => {
    await fc.assert(
      fc.asyncProperty(
        events,
        fc.array(fc.tuple(fc.nat(11), fc.nat(recordSources.length - 1)), { maxLength: 30 }),
        async (all, missing) => {
          const lists = recordSources.map((name, index) =>
            sourceRecordsOf(all, name).filter(
              ({ key }) =>
                !missing.some(([event, source]) => source === index && key === `${name} ${event}`),
            ),
          )
          const readers = recordSources.map((name, index) => readerOf(name, lists[index] ?? []))
          const mergedRecords = await collect(mergeReaders(readers, () => false))
          const keys = mergedRecords.flatMap(({ records }) => records.map(({ key }) => key))
          expect([...keys].sort()).toEqual(
            lists.flatMap((list) => list.map(({ key }) => key)).sort(),
          )
          for (const { records } of mergedRecords) {
            expect(new Set(records.map(({ source }) => source)).size).toBe(records.length)
            expect(new Set(records.map(({ details }) => details.code)).size).toBe(1)
            expect(new Set(records.map(({ details }) => details.userId)).size).toBe(1)
          }
        },
      ),
    )
  })
})

const record = (more: Partial<SourceRecord>): SourceRecord => ({
  source: 'doorLock.listRecords',
  key: 'a',
  atMs: 10_000,
  spanMs: 0,
  kind: 'opening',
  details: {},
  ...more,
})
/** Whether a record of another source is merged into the same event. */
const isSame = (one: Partial<SourceRecord>, other: Partial<SourceRecord>): boolean =>
  !mergeInto(record({ source: 'doorLock.operateRecords', ...other }), [mergedRecordOf(record(one))])
    .isNew

describe('mergeInto', () => {
  const cases: readonly [string, Partial<SourceRecord>, Partial<SourceRecord>, boolean][] = [
    ['records one second apart', {}, { atMs: 9_000 }, true],
    ['records more than one second apart', {}, { atMs: 8_999 }, false],
    [
      'a record and one in whole seconds of the same second',
      { atMs: 10_999 },
      { atMs: 10_000, spanMs: 999 },
      true,
    ],
    [
      'a record and one in whole seconds of the second before',
      { atMs: 11_500 },
      { atMs: 10_000, spanMs: 999 },
      true,
    ],
    [
      'a record and one in whole seconds of two seconds before',
      { atMs: 12_000 },
      { atMs: 10_000, spanMs: 999 },
      false,
    ],
    ['records of two kinds', {}, { kind: 'alarm' }, false],
    [
      'records of two methods',
      { details: { code: 'unlock_card' } },
      { details: { code: 'unlock_face' } },
      false,
    ],
    [
      'records of which one has a non-standard code',
      { details: { code: 'unlock_card' } },
      { details: { code: 'unlock_record' } },
      true,
    ],
    ['records of two users', { details: { userId: '1' } }, { details: { userId: '2' } }, false],
    [
      'records of one user with two names',
      { details: { userId: '1', userName: 'Jo' } },
      { details: { userId: '1', userName: 'Joanna' } },
      true,
    ],
    [
      'records of two names of which one has no user id',
      { details: { userId: '1', userName: 'Jo' } },
      { details: { userName: 'Chloe' } },
      false,
    ],
    ['records of which one has no user', { details: { userId: '1' } }, {}, true],
    [
      'alarms with different reasons',
      { kind: 'alarm', details: { alarm: 'pry' } },
      { kind: 'alarm', details: { alarm: 'low_battery' } },
      false,
    ],
    [
      'records with the same id at any time',
      { id: '7' },
      { id: '7', atMs: 1, source: 'tuya.m.scale.history.list' },
      true,
    ],
    [
      'records with the same id of separate numberings at different times',
      { id: '7' },
      { id: '7', atMs: 1 },
      false,
    ],
    [
      'records with the same id of separate numberings at the same time',
      { id: '7' },
      { id: '7' },
      true,
    ],
    ['records with different ids of separate numberings', { id: '7' }, { id: '8' }, true],
    [
      'records with different ids of the same numbering',
      { id: '7' },
      { id: '8', source: 'tuya.m.scale.history.list' },
      false,
    ],
    ['records of the same source', {}, { source: 'doorLock.listRecords' }, false],
  ]
  it.each(
    cases.map(
      ([records, one, other, isMerged]) =>
        [isMerged ? 'merges' : 'does not merge', records, one, other, isMerged] as const,
    ),
  )('%s %s', (_verb, _records, one, other, expected) => {
    expect(isSame(one, other)).toBe(expected)
  })

  it('prefers the event with the same method number among equally close events', () => {
    const thumb = mergedRecordOf(record({ details: { unlockSn: 1 } }))
    const finger = mergedRecordOf(record({ details: { unlockSn: 2 } }))
    const other = record({ source: 'doorLock.openingLogs', details: { unlockSn: 2 } })
    expect(mergeInto(other, [thumb, finger]).merged).toBe(finger)
  })

  it('keeps the time of the most precise source', () => {
    const inWholeSeconds = mergedRecordOf(record({ source: 'doorLock.openingLogs', spanMs: 999 }))
    mergeInto(record({ atMs: 10_400 }), [inWholeSeconds])
    expect(inWholeSeconds).toMatchObject({ atMs: 10_400, spanMs: 0 })
  })
})
