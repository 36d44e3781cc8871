import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { type RecordSource, recordSources } from '../../../src/flows/records/lock-record'
import { START_MS } from '../support/flow-harness'
import { pass, settle } from '../support/settle'
import { changedHarness, shiftedBy } from './shifted-sources'

const overBoth = { lock: seed.locks.frontDoor, families: ['mini-program', 'panel'] } as const
const LOGS = 'doorLock.operateRecords'
const openingSources = recordSources.filter((name) => !/alarm/i.test(name))
const alarmSources = recordSources.filter((name) => !/opening|history/.test(name))

const kinds = {
  opening: { category: 'unlock_record', type: 'unlock_card', value: '1' },
  alarm: { category: 'alarm_record', type: 'alarm_lock', value: 'pry' },
  doorbell: { category: 'alarm_record', type: 'alarm_lock', value: 'low_battery' },
  closing: { category: 'close_record', type: 'unlock_phone_remote', value: '1' },
  operation: { category: 'operate_log', type: 'dev_bind', value: '' },
} as const

/** Every source has its own times for one event, whole seconds apart. */
const shifts = fc.record(
  Object.fromEntries(
    recordSources.map((name) => [name, fc.integer({ min: -9, max: 9 })]),
  ) as Record<RecordSource, fc.Arbitrary<number>>,
)
const events = fc.array(
  fc.record({
    minutesAgo: fc.integer({ min: 1, max: 20 }),
    kind: fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
  }),
  { maxLength: 10 },
)

describe('records() of sources whose times differ', () => {
  it('contains each event once, from the richest source of its kind that is not refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        shifts,
        events,
        fc.subarray([...recordSources], { maxLength: 5 }),
        async (bySource, all, refused) => {
          const harness = changedHarness(overBoth, shiftedBy(bySource))
          for (const { minutesAgo, kind } of all)
            harness.log({ ...kinds[kind], timeMs: START_MS - minutesAgo * 60_000 })
          for (const name of refused) harness.simulator.faults.always(name, { vendorCode: 1106 })
          const query = { fromMs: START_MS - 3_600_000, pageSize: 3 }
          const read = await settle(harness.clock, harness.read(query).take(1000))
          const sourceOf = (kind: keyof typeof kinds) =>
            (kind === 'opening'
              ? openingSources
              : kind === 'alarm' || kind === 'doorbell'
                ? alarmSources
                : [LOGS]
            ).find((name) => !refused.some((other) => other === name))
          const expected = all.flatMap(({ minutesAgo, kind }) => {
            const source = sourceOf(kind)
            return source === undefined
              ? []
              : [
                  `${START_MS - minutesAgo * 60_000 + (bySource[source as RecordSource] ?? 0) * 1000} ${source}`,
                ]
          })
          expect(read.map(({ atMs, sources }) => `${atMs} ${sources}`).sort()).toEqual(
            expected.sort(),
          )
          expect(new Set(read.map(({ id }) => id)).size).toBe(read.length)
        },
      ),
      { numRuns: 40 },
    )
  }, 60_000)

  it('emits each new event once in live$, also if a source is refused meanwhile', async () => {
    await fc.assert(
      fc.asyncProperty(shifts, async (bySource) => {
        const harness = changedHarness(overBoth, shiftedBy(bySource))
        for (const minutes of [30, 20, 10])
          harness.log({ ...kinds.opening, timeMs: START_MS - minutes * 60_000 })
        const ids: string[] = []
        const stream = harness.read()
        await settle(harness.clock, stream.take(2))
        const subscription = stream.live$.subscribe(({ id }) => ids.push(id))
        await pass(harness.clock, 30_000)
        const first = harness.log(kinds.opening)
        await pass(harness.clock, 60_000)
        harness.simulator.faults.always('doorLock.listRecords', { vendorCode: 1106 })
        await pass(harness.clock, 60_000)
        const second = harness.log(kinds.opening)
        await pass(harness.clock, 60_000)
        expect(ids).toEqual([first.id, second.id])
        subscription.unsubscribe()
      }),
      { numRuns: 3 },
    )
  }, 60_000)

  it('reads a further source only with merge: true', async () => {
    const harness = changedHarness(overBoth, shiftedBy({ [LOGS]: 5 }))
    const { timeMs } = harness.log(kinds.opening)
    const query = { kinds: ['opening'], fromMs: START_MS - 60_000 } as const
    const one = await settle(harness.clock, harness.read(query).take(10))
    expect(one.map(({ atMs }) => atMs)).toEqual([timeMs])
    const merged = await settle(harness.clock, harness.read({ ...query, merge: true }).take(10))
    expect(merged.map(({ atMs }) => atMs)).toEqual([timeMs + 5_000, timeMs])
    expect(merged[1]?.sources).toHaveLength(3)
  })
})

describe('a row with several data points', () => {
  const codes = ['unlock_card', 'unlock_password', 'unlock_fingerprint', 'hijack', 'alarm_lock']

  it('is one record for each event, with an id of its own, in every source', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...recordSources.filter((name) => name !== LOGS)),
        fc.subarray(codes, { minLength: 2 }),
        fc.boolean(),
        async (source, reported, inOneObject) => {
          const harness = changedHarness(overBoth, (row) => {
            const nameOf = (code: string) =>
              source.startsWith('tuya') ? String(harness.lock.dpIds[code]) : code
            // The charge of the battery is no event.
            const points = [...reported, 'residual_electricity'].map((code) => [nameOf(code), '7'])
            const objects = points.map((point) => Object.fromEntries([point]))
            if ('dps' in row) row.dps = inOneObject ? [Object.assign({}, ...objects)] : objects
            else row.status = points.map(([code, value]) => ({ code, value }))
          })
          const isAlarm = /alarm/i.test(source)
          harness.log({ ...kinds[isAlarm ? 'alarm' : 'opening'], timeMs: START_MS })
          harness.log({ ...kinds[isAlarm ? 'alarm' : 'opening'], timeMs: START_MS - 60_000 })
          const read = harness.read({ sources: [source], fromMs: START_MS - 90_000, pageSize: 1 })
          const records = await settle(harness.clock, read.take(100))
          const found = records.map(({ atMs, code }) => `${atMs} ${code}`).sort()
          const expected = [START_MS, START_MS - 60_000].flatMap((atMs) =>
            reported.map((code) => `${atMs} ${code}`),
          )
          expect(found).toEqual(expected.sort())
          expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
        },
      ),
      { numRuns: 60 },
    )
  }, 60_000)
})
