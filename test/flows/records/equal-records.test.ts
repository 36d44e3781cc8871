import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { type RecordSource, recordSources } from '../../../src/flows/records/lock-record'
import { START_MS } from '../support/flow-harness'
import { recordHarness } from './record-harness'

const harnessOf = () =>
  recordHarness({ lock: seed.locks.frontDoor, families: ['mini-program', 'panel'] })

/** All non-empty combinations of sources. */
const combinationsOf = (names: readonly RecordSource[]): readonly (readonly RecordSource[])[] =>
  Array.from({ length: 2 ** names.length - 1 }, (_, number) =>
    names.filter((_name, index) => Math.floor((number + 1) / 2 ** index) % 2 === 1),
  )

const openingSources = recordSources.filter((name) => !/alarm/i.test(name))
const alarmSources = recordSources.filter((name) => !/opening|history/.test(name))
const opening = {} as const
const alarm = { category: 'alarm_record', type: 'alarm_lock', value: 'pry' } as const

describe.each([
  ['openings', opening, openingSources],
  ['alarms', alarm, alarmSources],
] as const)('equal %s', (_, entry, listing) => {
  it.each(combinationsOf(listing).map((sources) => [sources.join(' and '), sources] as const))(
    'stay separate records in %s',
    async (_names, sources) => {
      for (const timesMs of [
        [0, 0],
        [0, 300],
        [0, 999],
        [700, 1100],
        [0, 500, 1000],
        [0, 1000],
      ]) {
        const harness = harnessOf()
        for (const ms of timesMs) harness.log({ ...entry, timeMs: START_MS + ms })
        const read = await harness.all({ fromMs: START_MS, sources, merge: true })
        expect(read).toHaveLength(timesMs.length)
        expect(new Set(read.map(({ id }) => id)).size).toBe(timesMs.length)
        for (const record of read) expect(record.sources).toEqual(sources)
      }
    },
  )
})

describe('records of the same moment', () => {
  it('are distinguished by kind, method, user and reason', async () => {
    const harness = harnessOf()
    harness.log({ value: '1' })
    harness.log({ value: '3' })
    harness.log({ type: 'unlock_card', value: '1' })
    harness.log({ ...alarm, value: 'pry' })
    harness.log({ ...alarm, value: 'low_battery' })
    harness.log({ ...alarm, type: 'hijack', value: 'unlock_fingerprint-02', userId: '1001' })
    const read = await harness.all({ fromMs: START_MS, merge: true })
    expect(
      read.map(({ kind, method, alarm: reason, userName }) => ({ kind, method, reason, userName })),
    ).toHaveLength(6)
    for (const { sources } of read) expect(sources).toHaveLength(4)
  })

  it('have the time of the most precise source', async () => {
    const harness = harnessOf()
    harness.log({ timeMs: START_MS + 777 })
    const [record] = await harness.all({ fromMs: START_MS, merge: true })
    expect(record).toMatchObject({ atMs: START_MS + 777, sources: openingSources })
    const [inSeconds] = await harness.all({ sources: ['doorLock.openingLogs'] })
    expect(inSeconds?.atMs).toBe(START_MS)
  })

  it('get different ids if the source has none', async () => {
    const harness = harnessOf()
    harness.log({})
    harness.log({})
    const sources = ['doorLock.openingLogs'] as const
    const read = await harness.all({ fromMs: START_MS, sources })
    expect(new Set(read.map(({ id }) => id)).size).toBe(2)
    // An older record keeps its id when a newer one is added.
    harness.log({})
    const again = await harness.all({ fromMs: START_MS, sources })
    expect(again.slice(1).map(({ id }) => id)).toEqual(read.map(({ id }) => id))
  })
})
