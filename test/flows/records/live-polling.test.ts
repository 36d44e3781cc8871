import { describe, expect, it } from 'vitest'
import { pass } from '../support/settle'
import { arrivals, harnessOf, LOGS, observe } from './live-harness'

describe('live$', () => {
  it('polls immediately, then more slowly while nothing changes', async () => {
    const harness = harnessOf()
    const { stop } = observe(harness.read(LOGS))
    await pass(harness.clock, 200_000)
    expect(arrivals(harness)).toEqual([0, 5, 15, 35, 75, 135, 195])
    stop()
  })

  it('polls every five seconds again after a new record', async () => {
    const harness = harnessOf()
    const { received, stop } = observe(harness.read(LOGS))
    await pass(harness.clock, 20_000)
    harness.log({})
    await pass(harness.clock, 40_000)
    expect(received).toHaveLength(1)
    expect(arrivals(harness)).toEqual([0, 5, 15, 35, 40, 50])
    stop()
  })

  it('polls once for all subscribers, and not without subscribers', async () => {
    const harness = harnessOf()
    const stream = harness.read(LOGS)
    const one = observe(stream)
    const other = observe(stream)
    await pass(harness.clock, 6_000)
    expect(arrivals(harness)).toEqual([0, 5])
    one.stop()
    harness.log({})
    await pass(harness.clock, 10_000)
    expect(one.received).toEqual([])
    expect(other.received).toHaveLength(1)
    other.stop()
    const requestCount = harness.simulator.requests.length
    await pass(harness.clock, 300_000)
    expect(harness.simulator.requests).toHaveLength(requestCount)
    expect(harness.timers.now).toBe(0)
  })

  it('aborts the poll at the last unsubscribe and reads the same records for the next subscriber', async () => {
    const harness = harnessOf()
    const stream = harness.read(LOGS)
    const first = observe(stream)
    await pass(harness.clock, 6_000)
    harness.log({})
    harness.simulator.faults.next('doorLock.operateRecords', { slowMs: 3_000 })
    await pass(harness.clock, 10_000)
    expect(harness.timers.now).toBeGreaterThan(0)
    first.stop()
    expect(harness.timers.now).toBe(0)
    const second = observe(stream)
    await pass(harness.clock, 10_000)
    expect(first.received).toEqual([])
    expect(second.received).toHaveLength(1)
    second.stop()
  })

  it('emits the records since the first subscription, also if the first poll was aborted', async () => {
    const harness = harnessOf()
    const stream = harness.read(LOGS)
    observe(stream).stop()
    const { received, stop } = observe(stream)
    await pass(harness.clock, 1_000)
    harness.log({})
    await pass(harness.clock, 10_000)
    expect(received).toHaveLength(1)
    stop()
  })

  it('polls at most every five seconds if subscribers unsubscribe and subscribe again', async () => {
    const harness = harnessOf()
    const stream = harness.read(LOGS)
    for (let turn = 0; turn < 10; turn++) {
      const { stop } = observe(stream)
      await pass(harness.clock, 1_000)
      stop()
    }
    expect(arrivals(harness)).toEqual([0, 5, 10])
  })
})

describe('a failed poll of live$', () => {
  it('is emitted by failures$, and the next poll emits its records', async () => {
    const harness = harnessOf()
    const { received, failures, stop } = observe(harness.read(LOGS))
    await pass(harness.clock, 1_000)
    harness.simulator.faults.always('doorLock.operateRecords', 'drop-before')
    harness.log({})
    await pass(harness.clock, 200_000)
    expect(received).toEqual([])
    expect(failures.length).toBeGreaterThan(3)
    for (const failure of failures) expect(failure).toMatchObject({ kind: 'transport' })
    // A failed poll is not retried; the next poll follows, at intervals that grow to 60 s.
    expect(arrivals(harness)).toEqual([0, 5, 15, 35, 75, 135, 195])
    harness.simulator.faults.clear()
    await pass(harness.clock, 60_000)
    expect(received).toHaveLength(1)
    stop()
  })

  it('does not delay the records of other sources, and no record is emitted twice', async () => {
    const harness = harnessOf()
    const { received, failures, stop } = observe(harness.read({ merge: true }))
    await pass(harness.clock, 1_000)
    harness.simulator.faults.always('doorLock.listRecords', { vendorCode: 1106 })
    harness.log({ value: '2' })
    await pass(harness.clock, 10_000)
    expect(received.map(({ sources }) => sources)).toEqual([
      ['doorLock.operateRecords', 'doorLock.openingLogs'],
    ])
    expect(failures[0]).toMatchObject({ action: 'doorLock.listRecords', code: 1106 })
    harness.simulator.faults.clear()
    await pass(harness.clock, 60_000)
    expect(received).toHaveLength(1)
    stop()
  })

  it('does not mark old records as new if it was the first poll', async () => {
    const harness = harnessOf()
    harness.simulator.faults.always('doorLock.operateRecords', 'drop-before')
    const { received, stop } = observe(harness.read(LOGS))
    await pass(harness.clock, 3_000)
    const fresh = harness.log({})
    await pass(harness.clock, 3_000)
    harness.simulator.faults.clear()
    await pass(harness.clock, 60_000)
    expect(received.map(({ id }) => id)).toEqual([fresh.id])
    stop()
  })
})
