import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { type RecordSource, recordSources } from '../../../src/flows/records/lock-record'
import { START_MS } from '../support/flow-harness'
import { recordStage } from './record-stage'

const stageOf = () =>
  recordStage({ lock: seed.locks.frontDoor, families: ['mini-program', 'panel'] })

/** Every way to ask one, two, three … sources. */
const combinationsOf = (names: readonly RecordSource[]): readonly (readonly RecordSource[])[] =>
  Array.from({ length: 2 ** names.length - 1 }, (_, number) =>
    names.filter((_name, index) => Math.floor((number + 1) / 2 ** index) % 2 === 1),
  )

const tellOpenings = recordSources.filter((name) => !/alarm/i.test(name))
const tellAlarms = recordSources.filter((name) => !/opening|history/.test(name))
const opening = {} as const
const alarm = { category: 'alarm_record', type: 'alarm_lock', value: 'pry' } as const

describe.each([
  ['openings', opening, tellOpenings],
  ['alarms', alarm, tellAlarms],
] as const)('%s that are alike', (_, entry, told) => {
  it.each(combinationsOf(told).map((sources) => [sources.join(' and '), sources] as const))(
    'stay as many as there are: %s',
    async (_names, sources) => {
      for (const timesMs of [
        [0, 0],
        [0, 300],
        [0, 999],
        [700, 1100],
        [0, 500, 1000],
        [0, 1000],
      ]) {
        const stage = stageOf()
        for (const ms of timesMs) stage.log({ ...entry, timeMs: START_MS + ms })
        const read = await stage.all({ fromMs: START_MS, sources })
        expect(read).toHaveLength(timesMs.length)
        expect(new Set(read.map(({ id }) => id)).size).toBe(timesMs.length)
        for (const record of read) expect(record.sources).toEqual(sources)
      }
    },
  )
})

describe('what happens at once', () => {
  it('is told apart by kind, method, person and reason', async () => {
    const stage = stageOf()
    stage.log({ value: '1' })
    stage.log({ value: '3' })
    stage.log({ type: 'unlock_card', value: '1' })
    stage.log({ ...alarm, value: 'pry' })
    stage.log({ ...alarm, value: 'low_battery' })
    stage.log({ ...alarm, type: 'hijack', value: 'unlock_fingerprint-02', userId: '1001' })
    const read = await stage.all({ fromMs: START_MS })
    expect(
      read.map(({ kind, method, alarm: reason, userName }) => ({ kind, method, reason, userName })),
    ).toHaveLength(6)
    for (const { sources } of read) expect(sources).toHaveLength(4)
  })

  it('takes the time of the most precise source', async () => {
    const stage = stageOf()
    stage.log({ timeMs: START_MS + 777 })
    const [record] = await stage.all({ fromMs: START_MS })
    expect(record).toMatchObject({ atMs: START_MS + 777, sources: tellOpenings })
    const [inSeconds] = await stage.all({ sources: ['doorLock.openingLogs'] })
    expect(inSeconds?.atMs).toBe(START_MS)
  })

  it('has ids of its own where the source has none', async () => {
    const stage = stageOf()
    stage.log({})
    stage.log({})
    const sources = ['doorLock.openingLogs'] as const
    const read = await stage.all({ fromMs: START_MS, sources })
    expect(new Set(read.map(({ id }) => id)).size).toBe(2)
    // The older one keeps its id when a newer one comes.
    stage.log({})
    const again = await stage.all({ fromMs: START_MS, sources })
    expect(again.slice(1).map(({ id }) => id)).toEqual(read.map(({ id }) => id))
  })
})
