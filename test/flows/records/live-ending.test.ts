import { describe, expect, it } from 'vitest'
import { records } from '../../../src/flows/records/records'
import type { RecordStream } from '../../../src/flows/records/stream'
import { type Count, countedStream } from '../support/counted'
import { START_MS } from '../support/flow-harness'
import { pass, settle } from '../support/settle'
import { arrivals, LOGS, listenTo, reportingStage } from './live-stage'

const HOUR_MS = 3_600_000

const endsOf = ({ live$, failures$ }: RecordStream) => {
  const ends: string[] = []
  live$.subscribe({ complete: () => ends.push('live') })
  failures$.subscribe({ complete: () => ends.push('failures') })
  return ends
}

describe.each<
  [string, (stage: ReturnType<typeof reportingStage>, stream: RecordStream) => unknown]
>([
  ['the panel is closed', ({ panel }) => panel.close()],
  ['the stream is given back', (_, stream) => stream.return?.()],
])('a live view ends where %s', (_, end) => {
  it('while it waits', async () => {
    const stage = reportingStage()
    const stream = stage.read(LOGS)
    const ends = endsOf(stream)
    const { failures } = listenTo(stream)
    await pass(stage.clock, 6_000)
    await end(stage, stream)
    expect(ends).toEqual(['live', 'failures'])
    expect(stage.timers.now).toBe(0)
    expect(stage.reports$.observed).toBe(false)
    await pass(stage.clock, 300_000)
    expect(arrivals(stage)).toEqual([0, 5])
    expect(failures).toEqual([])
  })

  it('while it polls', async () => {
    const stage = reportingStage()
    stage.simulator.faults.always('doorLock.operateRecords', { slowMs: 3_000 })
    const stream = stage.read(LOGS)
    const ends = endsOf(stream)
    const { failures } = listenTo(stream)
    await pass(stage.clock, 1_000)
    await end(stage, stream)
    await pass(stage.clock, 60_000)
    expect(ends).toEqual(['live', 'failures'])
    expect(failures).toEqual([])
    expect(arrivals(stage)).toEqual([0])
    expect(stage.timers.now).toBe(0)
  })

  it('and never begins after that', async () => {
    const stage = reportingStage()
    const stream = stage.read(LOGS)
    await end(stage, stream)
    const ends = endsOf(stream)
    await pass(stage.clock, 60_000)
    expect(ends).toContain('live')
    expect(arrivals(stage)).toEqual([])
    expect(stage.timers.now).toBe(0)
  })
})

describe('a live view', () => {
  it('stops after the last unsubscribe', async () => {
    const stage = reportingStage()
    const heard: Count = { now: 0 }
    const panel = { ...stage.panel, events$: countedStream(stage.panel.events$, heard) }
    const stream = records(panel, stage.deviceId, stage.options).records(LOGS)
    const one = listenTo(stream)
    const other = listenTo(stream)
    await pass(stage.clock, 6_000)
    one.stop()
    expect(heard.now).toBeGreaterThan(0)
    other.stop()
    expect(heard.now).toBe(0)
  })

  it('goes on where the clock of the phone is set back', async () => {
    const stage = reportingStage()
    const { scheduler } = stage.options
    if (scheduler === undefined) throw new Error('no clock')
    let backMs = 0
    const options = {
      ...stage.options,
      scheduler: { ...scheduler, now: () => scheduler.now() - backMs },
    }
    const stream = records(stage.panel, stage.deviceId, options).records(LOGS)
    const first = listenTo(stream)
    await pass(stage.clock, 7_000)
    backMs = HOUR_MS
    stage.reports$.next({ lock_motor_state: true })
    await pass(stage.clock, 10_000)
    expect(arrivals(stage)).toEqual([0, 5, 12, 17])
    // Whoever comes later does not wait for an hour either.
    first.stop()
    backMs = 2 * HOUR_MS
    const second = listenTo(stream)
    stage.log({})
    await pass(stage.clock, 10_000)
    expect(second.told).toHaveLength(1)
    second.stop()
  })

  it.each(['doorLock.alarmLogs', 'doorLock.operateRecords', 'doorLock.listRecords'] as const)(
    'tells what came after an empty list of today: %s',
    async (source) => {
      const stage = reportingStage()
      const alarm = { category: 'alarm_record', type: 'alarm_lock' } as const
      for (let minute = 0; minute < 25; minute++)
        stage.log({ ...alarm, timeMs: START_MS - 24 * HOUR_MS - minute * 60_000, value: 'pry' })
      const stream = stage.read({
        sources: [source],
        kinds: ['alarm'],
        fromMs: START_MS - HOUR_MS,
      })
      expect(await settle(stage.clock, stream.take(10))).toEqual([])
      stage.clock.advance(60_000)
      const between = stage.log({ ...alarm, value: 'wrong_password' })
      stage.clock.advance(60_000)
      const { told, failures, stop } = listenTo(stream)
      await pass(stage.clock, 6_000)
      const later = stage.log({ ...alarm, value: 'low_battery' })
      await pass(stage.clock, 60_000)
      stop()
      expect(told.map(({ atMs }) => atMs)).toEqual([between.timeMs, later.timeMs])
      expect(failures).toEqual([])
    },
  )
})
