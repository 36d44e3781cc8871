import { describe, expect, it } from 'vitest'
import { pass } from '../support/settle'
import { arrivals, LOGS, listenTo, stageOf } from './live-stage'

describe('live records', () => {
  it('are polled at once, then ever more slowly while nothing changes', async () => {
    const stage = stageOf()
    const { stop } = listenTo(stage.read(LOGS))
    await pass(stage.clock, 200_000)
    expect(arrivals(stage)).toEqual([0, 5, 15, 35, 75, 135, 195])
    stop()
  })

  it('are polled every five seconds again once something happened', async () => {
    const stage = stageOf()
    const { told, stop } = listenTo(stage.read(LOGS))
    await pass(stage.clock, 20_000)
    stage.log({})
    await pass(stage.clock, 40_000)
    expect(told).toHaveLength(1)
    expect(arrivals(stage)).toEqual([0, 5, 15, 35, 40, 50])
    stop()
  })

  it('are polled once for all subscribers, and not without subscribers', async () => {
    const stage = stageOf()
    const stream = stage.read(LOGS)
    const one = listenTo(stream)
    const other = listenTo(stream)
    await pass(stage.clock, 6_000)
    expect(arrivals(stage)).toEqual([0, 5])
    one.stop()
    stage.log({})
    await pass(stage.clock, 10_000)
    expect(one.told).toEqual([])
    expect(other.told).toHaveLength(1)
    other.stop()
    const asked = stage.simulator.requests.length
    await pass(stage.clock, 300_000)
    expect(stage.simulator.requests).toHaveLength(asked)
    expect(stage.timers.now).toBe(0)
  })

  it('abort the poll that runs when the last listener leaves, and read the same again', async () => {
    const stage = stageOf()
    const stream = stage.read(LOGS)
    const first = listenTo(stream)
    await pass(stage.clock, 6_000)
    stage.log({})
    stage.simulator.faults.next('doorLock.operateRecords', { slowMs: 3_000 })
    await pass(stage.clock, 10_000)
    expect(stage.timers.now).toBeGreaterThan(0)
    first.stop()
    expect(stage.timers.now).toBe(0)
    const second = listenTo(stream)
    await pass(stage.clock, 10_000)
    expect(first.told).toEqual([])
    expect(second.told).toHaveLength(1)
    second.stop()
  })

  it('start at the first subscription, also if the first poll was aborted', async () => {
    const stage = stageOf()
    const stream = stage.read(LOGS)
    listenTo(stream).stop()
    const { told, stop } = listenTo(stream)
    await pass(stage.clock, 1_000)
    stage.log({})
    await pass(stage.clock, 10_000)
    expect(told).toHaveLength(1)
    stop()
  })

  it('come no faster for those who leave and come back', async () => {
    const stage = stageOf()
    const stream = stage.read(LOGS)
    for (let time = 0; time < 10; time++) {
      const { stop } = listenTo(stream)
      await pass(stage.clock, 1_000)
      stop()
    }
    expect(arrivals(stage)).toEqual([0, 5, 10])
  })
})

describe('a poll that fails', () => {
  it('ends nothing: it is told, the next one comes later, and nothing is lost', async () => {
    const stage = stageOf()
    const { told, failures, stop } = listenTo(stage.read(LOGS))
    await pass(stage.clock, 1_000)
    stage.simulator.faults.always('doorLock.operateRecords', 'drop-before')
    stage.log({})
    await pass(stage.clock, 200_000)
    expect(told).toEqual([])
    expect(failures.length).toBeGreaterThan(3)
    for (const failure of failures) expect(failure).toMatchObject({ kind: 'transport' })
    // Not tried again by itself: the next poll is the next try, at the slowest pace in the end.
    expect(arrivals(stage)).toEqual([0, 5, 15, 35, 75, 135, 195])
    stage.simulator.faults.clear()
    await pass(stage.clock, 60_000)
    expect(told).toHaveLength(1)
    stop()
  })

  it('does not hold back other records, and does not emit one twice', async () => {
    const stage = stageOf()
    const { told, failures, stop } = listenTo(stage.read())
    await pass(stage.clock, 1_000)
    stage.simulator.faults.always('doorLock.listRecords', { vendorCode: 1106 })
    stage.log({ value: '2' })
    await pass(stage.clock, 10_000)
    expect(told.map(({ sources }) => sources)).toEqual([
      ['doorLock.operateRecords', 'doorLock.openingLogs'],
    ])
    expect(failures[0]).toMatchObject({ action: 'doorLock.listRecords', code: 1106 })
    stage.simulator.faults.clear()
    await pass(stage.clock, 60_000)
    expect(told).toHaveLength(1)
    stop()
  })

  it('at the beginning takes old for old and new for new', async () => {
    const stage = stageOf()
    stage.simulator.faults.always('doorLock.operateRecords', 'drop-before')
    const { told, stop } = listenTo(stage.read(LOGS))
    await pass(stage.clock, 3_000)
    const during = stage.log({})
    await pass(stage.clock, 3_000)
    stage.simulator.faults.clear()
    await pass(stage.clock, 60_000)
    expect(told.map(({ id }) => id)).toEqual([during.id])
    stop()
  })
})
