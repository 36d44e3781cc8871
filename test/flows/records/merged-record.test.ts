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

/** A source that gives its rows by pages of two. */
const readerOf = (source: Reader['source'], rows: readonly SourceRecord[]): Reader => {
  const unread = [...rows]
  const buffer: SourceRecord[] = []
  let boundMs = Number.POSITIVE_INFINITY
  return {
    source,
    boundMs: () => buffer[0]?.atMs ?? boundMs,
    head: () => buffer[0],
    take: () => buffer.shift(),
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
  const clusters: MergedRecord[] = []
  for (let each = await next(); each !== undefined; each = await next()) clusters.push(each)
  return clusters
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

/** What each of some sources tells of all events. */
const sightingsOf = (
  all: readonly { readonly atMs: number; readonly code: string; readonly userId: string }[],
  source: Reader['source'],
): readonly SourceRecord[] =>
  [...all]
    .map(({ atMs, code, userId }, index) => {
      const isRough = inSeconds.includes(source)
      return {
        source,
        key: `${source} ${index}`,
        // Logs are numbered apart from records.
        ...(!isRough && { id: source === 'doorLock.operateRecords' ? `log-${index}` : `${index}` }),
        atMs: isRough ? Math.floor(atMs / 1000) * 1000 : atMs,
        spanMs: isRough ? 999 : 0,
        kind: 'opening' as const,
        details: { code, userId },
      }
    })
    .sort((one, other) => other.atMs - one.atMs)

describe('events that several sources tell', () => {
  it('are as many as there are, told by all of them, newest first', async () => {
    await fc.assert(
      fc.asyncProperty(
        events,
        fc.subarray([...recordSources], { minLength: 1 }),
        async (all, names) => {
          const readers = names.map((name) => readerOf(name, sightingsOf(all, name)))
          const clusters = await collect(mergeReaders(readers))
          expect(clusters).toHaveLength(all.length)
          for (const { records } of clusters)
            expect(new Set(records.map(({ source }) => source)).size).toBe(names.length)
          const times = clusters.map(({ atMs }) => atMs)
          expect(times).toEqual([...times].sort((one, other) => other - one))
        },
      ),
    )
  })

  it('lose no record, and contain no two of one source, for any order of sources', async () => {
    await fc.assert(
      fc.asyncProperty(
        events,
        fc.array(fc.tuple(fc.nat(11), fc.nat(recordSources.length - 1)), { maxLength: 30 }),
        async (all, silences) => {
          const lists = recordSources.map((name, index) =>
            sightingsOf(all, name).filter(
              ({ key }) =>
                !silences.some(([event, source]) => source === index && key === `${name} ${event}`),
            ),
          )
          const readers = recordSources.map((name, index) => readerOf(name, lists[index] ?? []))
          const clusters = await collect(mergeReaders(readers))
          const keys = clusters.flatMap(({ records }) => records.map(({ key }) => key))
          expect([...keys].sort()).toEqual(
            lists.flatMap((list) => list.map(({ key }) => key)).sort(),
          )
          for (const { records } of clusters) {
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
/** Whether another source means the same event. */
const isSame = (one: Partial<SourceRecord>, other: Partial<SourceRecord>): boolean =>
  !mergeInto(record({ source: 'doorLock.operateRecords', ...other }), [mergedRecordOf(record(one))])
    .isNew

describe('two that tell of one event', () => {
  it.each<[string, Partial<SourceRecord>, Partial<SourceRecord>, boolean]>([
    ['a second apart', {}, { atMs: 9_000 }, true],
    ['more than a second apart', {}, { atMs: 8_999 }, false],
    ['in the same second', { atMs: 10_999 }, { atMs: 10_000, spanMs: 999 }, true],
    ['in the second before', { atMs: 11_500 }, { atMs: 10_000, spanMs: 999 }, true],
    ['two seconds before', { atMs: 12_000 }, { atMs: 10_000, spanMs: 999 }, false],
    ['of two kinds', {}, { kind: 'alarm' }, false],
    [
      'of two methods',
      { details: { code: 'unlock_card' } },
      { details: { code: 'unlock_face' } },
      false,
    ],
    [
      'one of which has a word of its own',
      { details: { code: 'unlock_card' } },
      { details: { code: 'unlock_record' } },
      true,
    ],
    ['of two people', { details: { userId: '1' } }, { details: { userId: '2' } }, false],
    [
      'of one person under two names',
      { details: { userId: '1', userName: 'Jo' } },
      { details: { userId: '1', userName: 'Joanna' } },
      true,
    ],
    [
      'one of which knows names alone',
      { details: { userId: '1', userName: 'Jo' } },
      { details: { userName: 'Chloe' } },
      false,
    ],
    ['one of which knows nobody', { details: { userId: '1' } }, {}, true],
    [
      'for two reasons',
      { kind: 'alarm', details: { alarm: 'pry' } },
      { kind: 'alarm', details: { alarm: 'low_battery' } },
      false,
    ],
    [
      'with one id, whatever the time',
      { id: '7' },
      { id: '7', atMs: 1, source: 'tuya.m.scale.history.list' },
      true,
    ],
    ['with one number that means two things', { id: '7' }, { id: '7', atMs: 1 }, false],
    ['with one number that means two things, at once', { id: '7' }, { id: '7' }, true],
    ['with ids of two kinds', { id: '7' }, { id: '8' }, true],
    [
      'with two ids of one kind',
      { id: '7' },
      { id: '8', source: 'tuya.m.scale.history.list' },
      false,
    ],
    ['in one list', {}, { source: 'doorLock.listRecords' }, false],
  ])('%s', (_, one, other, expected) => {
    expect(isSame(one, other)).toBe(expected)
  })

  it('are taken for those with the same number, where others are as near', () => {
    const thumb = mergedRecordOf(record({ details: { unlockSn: 1 } }))
    const finger = mergedRecordOf(record({ details: { unlockSn: 2 } }))
    const other = record({ source: 'doorLock.openingLogs', details: { unlockSn: 2 } })
    expect(mergeInto(other, [thumb, finger]).merged).toBe(finger)
  })

  it('have the time of the most precise source', () => {
    const rough = mergedRecordOf(record({ source: 'doorLock.openingLogs', spanMs: 999 }))
    mergeInto(record({ atMs: 10_400 }), [rough])
    expect(rough).toMatchObject({ atMs: 10_400, spanMs: 0 })
  })
})
