import { describe, expect, it } from 'vitest'
import { records } from '../../../src/flows/records/records'
import type { RecordStream } from '../../../src/flows/records/stream'
import { type Count, countedStream } from '../support/counted'
import { START_MS } from '../support/flow-harness'
import { pass, settle } from '../support/settle'
import { arrivals, LOGS, observe, reportingHarness } from './live-harness'

const HOUR_MS = 3_600_000

const endsOf = ({ live$, failures$ }: RecordStream) => {
  const ends: string[] = []
  live$.subscribe({ complete: () => ends.push('live') })
  failures$.subscribe({ complete: () => ends.push('failures') })
  return ends
}

describe.each<
  [string, (harness: ReturnType<typeof reportingHarness>, stream: RecordStream) => unknown]
>([
  ['the caller closes the panel', ({ panel }) => panel.close()],
  ['the caller returns the stream', (_, stream) => stream.return?.()],
])('live$, if %s,', (_, end) => {
  it('ends while it waits for the next poll', async () => {
    const harness = reportingHarness()
    const stream = harness.read(LOGS)
    const ends = endsOf(stream)
    const { failures } = observe(stream)
    await pass(harness.clock, 6_000)
    await end(harness, stream)
    expect(ends).toEqual(['live', 'failures'])
    expect(harness.timers.now).toBe(0)
    expect(harness.reports$.observed).toBe(false)
    await pass(harness.clock, 300_000)
    expect(arrivals(harness)).toEqual([0, 5])
    expect(failures).toEqual([])
  })

  it('ends during a poll', async () => {
    const harness = reportingHarness()
    harness.simulator.faults.always('doorLock.operateRecords', { slowMs: 3_000 })
    const stream = harness.read(LOGS)
    const ends = endsOf(stream)
    const { failures } = observe(stream)
    await pass(harness.clock, 1_000)
    await end(harness, stream)
    await pass(harness.clock, 60_000)
    expect(ends).toEqual(['live', 'failures'])
    expect(failures).toEqual([])
    expect(arrivals(harness)).toEqual([0])
    expect(harness.timers.now).toBe(0)
  })

  it('completes for later subscribers and does not poll', async () => {
    const harness = reportingHarness()
    const stream = harness.read(LOGS)
    await end(harness, stream)
    const ends = endsOf(stream)
    await pass(harness.clock, 60_000)
    expect(ends).toContain('live')
    expect(arrivals(harness)).toEqual([])
    expect(harness.timers.now).toBe(0)
  })
})

describe('live$', () => {
  it('unsubscribes from the events of the panel after the last unsubscribe', async () => {
    const harness = reportingHarness()
    const subscriptions: Count = { now: 0 }
    const panel = { ...harness.panel, events$: countedStream(harness.panel.events$, subscriptions) }
    const stream = records(panel, harness.deviceId, harness.options).records(LOGS)
    const one = observe(stream)
    const other = observe(stream)
    await pass(harness.clock, 6_000)
    one.stop()
    expect(subscriptions.now).toBeGreaterThan(0)
    other.stop()
    expect(subscriptions.now).toBe(0)
  })

  it('continues polling after the clock of the phone is set back', async () => {
    const harness = reportingHarness()
    const { clock: scheduler } = harness.options
    if (scheduler === undefined) throw new Error('no clock')
    let backMs = 0
    const options = {
      ...harness.options,
      clock: { ...scheduler, now: () => scheduler.now() - backMs },
    }
    const stream = records(harness.panel, harness.deviceId, options).records(LOGS)
    const first = observe(stream)
    await pass(harness.clock, 7_000)
    backMs = HOUR_MS
    harness.reports$.next({ lock_motor_state: true })
    await pass(harness.clock, 10_000)
    expect(arrivals(harness)).toEqual([0, 5, 12, 17])
    // A later subscriber does not wait for an hour either.
    first.stop()
    backMs = 2 * HOUR_MS
    const second = observe(stream)
    harness.log({})
    await pass(harness.clock, 10_000)
    expect(second.received).toHaveLength(1)
    second.stop()
  })

  it.each(['doorLock.alarmLogs', 'doorLock.operateRecords', 'doorLock.listRecords'] as const)(
    'emits the records after an empty list of today: %s',
    async (source) => {
      const harness = reportingHarness()
      const alarm = { category: 'alarm_record', type: 'alarm_lock' } as const
      for (let minute = 0; minute < 25; minute++)
        harness.log({ ...alarm, timeMs: START_MS - 24 * HOUR_MS - minute * 60_000, value: 'pry' })
      const stream = harness.read({
        sources: [source],
        kinds: ['alarm'],
        fromMs: START_MS - HOUR_MS,
      })
      expect(await settle(harness.clock, stream.take(10))).toEqual([])
      harness.clock.advance(60_000)
      const between = harness.log({ ...alarm, value: 'wrong_password' })
      harness.clock.advance(60_000)
      const { received, failures, stop } = observe(stream)
      await pass(harness.clock, 6_000)
      const later = harness.log({ ...alarm, value: 'low_battery' })
      await pass(harness.clock, 60_000)
      stop()
      expect(received.map(({ atMs }) => atMs)).toEqual([between.timeMs, later.timeMs])
      expect(failures).toEqual([])
    },
  )
})
