import { describe, expect, it } from 'vitest'
import { TransportError } from '../../../src/core/errors/transport-error'
import { START_MS } from '../support/flow-harness'
import { pass, settle } from '../support/settle'
import { arrivals, LOGS, listenTo, reportingStage, stageOf } from './live-stage'
import { short } from './record-stage'

describe('live records', () => {
  it('are only the new ones, oldest first, from any source', async () => {
    const stage = stageOf({ families: ['mini-program', 'panel'] })
    const { told, failures, stop } = listenTo(stage.read())
    await pass(stage.clock, 1_000)
    expect(told).toEqual([])
    stage.log({ timeMs: START_MS + 1_500, value: '2' })
    stage.log({ timeMs: START_MS + 1_200, value: '3' })
    await pass(stage.clock, 10_000)
    expect(told.map(short)).toEqual([
      `${START_MS + 1_200} opening fingerprint Adam`,
      `${START_MS + 1_500} opening fingerprint Olivia`,
    ])
    expect(told[0]?.sources).toHaveLength(4)
    expect(failures).toEqual([])
    stop()
    expect(stage.timers.now).toBe(0)
  })

  it('go on from what the stream gave', async () => {
    const stage = stageOf()
    const stream = stage.read()
    const [latest] = await settle(stage.clock, stream.take(1))
    expect(latest?.id).toBe('500000006')
    const between = stage.log({ value: '2' })
    const { told, stop } = listenTo(stream)
    await pass(stage.clock, 1_000)
    expect(told.map(({ id }) => id)).toEqual([between.id])
    stop()
  })

  it('tell after a pause what happened meanwhile', async () => {
    const stage = stageOf()
    const stream = stage.read()
    listenTo(stream).stop()
    const first = listenTo(stream)
    await pass(stage.clock, 6_000)
    first.stop()
    stage.log({})
    const second = listenTo(stream)
    await pass(stage.clock, 10_000)
    expect(second.told).toHaveLength(1)
    second.stop()
  })

  it('wait for a reader that takes one at a time', async () => {
    const stage = stageOf()
    const stream = stage.read(LOGS)
    await settle(stage.clock, stream.take(1))
    const [older, newer] = [stage.log({ value: '2' }), stage.log({ value: '3' })]
    const taken: string[] = []
    const takeOne = () => {
      const one = stream.live$.subscribe(({ id }) => {
        taken.push(id)
        one.unsubscribe()
      })
    }
    takeOne()
    await pass(stage.clock, 6_000)
    expect(taken).toEqual([older.id])
    takeOne()
    await pass(stage.clock, 6_000)
    expect(taken).toEqual([older.id, newer.id])
    expect(stage.timers.now).toBe(0)
  })

  it('tell more than a page of news', async () => {
    const stage = stageOf()
    const stream = stage.read({ pageSize: 2 })
    const { told, stop } = listenTo(stream)
    await pass(stage.clock, 1_000)
    for (let ms = 0; ms < 9; ms++) stage.log({ timeMs: START_MS + ms * 10, value: '2' })
    await pass(stage.clock, 10_000)
    expect(told.map(({ atMs }) => (atMs - START_MS) / 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    stop()
  })

  it('tell what a lock reports late, and not what a deletion brings up', async () => {
    for (const sources of [{}, LOGS]) {
      const stage = stageOf()
      const stream = stage.read({ ...sources, pageSize: 3 })
      const { told, stop } = listenTo(stream)
      await pass(stage.clock, 1_000)
      const { log } = stage.simulator.world
      log.splice(
        log.findIndex(({ id }) => id === '500000006'),
        1,
      )
      await pass(stage.clock, 10_000)
      expect(told).toEqual([])
      // Between two that are known: the lock was out of reach when it happened.
      const late = stage.log({ timeMs: 1_750_120_000_000, value: '2' })
      await pass(stage.clock, 60_000)
      expect(told.map(({ id }) => id)).toEqual([late.id])
      stop()
    }
  })

  it('tell only what is asked for', async () => {
    const stage = stageOf()
    const { told, stop } = listenTo(stage.read({ kinds: ['alarm'] }))
    await pass(stage.clock, 1_000)
    stage.log({})
    stage.log({ category: 'alarm_record', type: 'alarm_lock', value: 'pry' })
    await pass(stage.clock, 10_000)
    expect(told.map(({ alarm }) => alarm)).toEqual(['pry'])
    expect(stage.steps).not.toContain('doorLock.openingLogs')
    stop()
  })

  it('come soon after the lock itself reports', async () => {
    const stage = stageOf({ dataPoints: true })
    const { told, stop } = listenTo(stage.read(LOGS))
    await pass(stage.clock, 100_000)
    expect(arrivals(stage)).toEqual([0, 5, 15, 35, 75])
    const { apiRequest } = stage.panel
    const device_id = stage.deviceId
    const { ticket_id } = await settle(
      stage.clock,
      apiRequest('doorLock.passwordTicket', { device_id }),
    )
    await settle(stage.clock, apiRequest('doorLock.passwordFreeOpen', { device_id, ticket_id }))
    await pass(stage.clock, 1_000)
    expect(told.map(({ method }) => method)).toEqual(['phone'])
    stop()
    expect(stage.listeners.now).toBe(0)
  })

  it('come no faster for a lock that reports all the time', async () => {
    const stage = reportingStage()
    const { stop } = listenTo(stage.read(LOGS))
    for (let second = 0; second < 12; second++) {
      await pass(stage.clock, 1_000)
      stage.reports$.next({ unlock_fingerprint: 1 })
    }
    expect(arrivals(stage)).toEqual([0, 5, 10])
    stop()
    expect(stage.reports$.observed).toBe(false)
  })

  it('are not hurried by what is no event, nor ended by a link that breaks', async () => {
    const stage = reportingStage()
    const { failures, stop } = listenTo(stage.read(LOGS))
    await pass(stage.clock, 16_000)
    stage.reports$.next({ residual_electricity: 80 })
    stage.reports$.error(
      new TransportError({ action: 'x' }, { delivery: 'unknown', reason: 'gone' }),
    )
    await pass(stage.clock, 20_000)
    expect(arrivals(stage)).toEqual([0, 5, 15, 35])
    expect(failures).toHaveLength(1)
    stop()
  })
})
