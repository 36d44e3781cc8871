import { describe, expect, it } from 'vitest'
import { TransportError } from '../../../src/core/errors/transport-error'
import { START_MS } from '../support/flow-harness'
import { pass, settle } from '../support/settle'
import { arrivals, harnessOf, LOGS, observe, reportingHarness } from './live-harness'
import { short } from './record-harness'

describe('live$', () => {
  it('emits only new records, oldest first, from any source', async () => {
    const harness = harnessOf({ families: ['mini-program', 'panel'] })
    const { received, failures, stop } = observe(harness.read({ merge: true }))
    await pass(harness.clock, 1_000)
    expect(received).toEqual([])
    harness.log({ timeMs: START_MS + 1_500, value: '2' })
    harness.log({ timeMs: START_MS + 1_200, value: '3' })
    await pass(harness.clock, 10_000)
    expect(received.map(short)).toEqual([
      `${START_MS + 1_200} opening fingerprint Adam`,
      `${START_MS + 1_500} opening fingerprint Olivia`,
    ])
    expect(received[0]?.sources).toHaveLength(4)
    expect(failures).toEqual([])
    stop()
    expect(harness.timers.now).toBe(0)
  })

  it('continues from the first page that the stream read', async () => {
    const harness = harnessOf()
    const stream = harness.read()
    const [latest] = await settle(harness.clock, stream.take(1))
    expect(latest?.id).toBe('500000006')
    const between = harness.log({ value: '2' })
    const { received, stop } = observe(stream)
    await pass(harness.clock, 1_000)
    expect(received.map(({ id }) => id)).toEqual([between.id])
    stop()
  })

  it('emits after a pause the records of the pause', async () => {
    const harness = harnessOf()
    const stream = harness.read()
    observe(stream).stop()
    const first = observe(stream)
    await pass(harness.clock, 6_000)
    first.stop()
    harness.log({})
    const second = observe(stream)
    await pass(harness.clock, 10_000)
    expect(second.received).toHaveLength(1)
    second.stop()
  })

  it('keeps records for a subscriber that takes one at a time', async () => {
    const harness = harnessOf()
    const stream = harness.read(LOGS)
    await settle(harness.clock, stream.take(1))
    const [older, newer] = [harness.log({ value: '2' }), harness.log({ value: '3' })]
    const taken: string[] = []
    const takeOne = () => {
      const one = stream.live$.subscribe(({ id }) => {
        taken.push(id)
        one.unsubscribe()
      })
    }
    takeOne()
    await pass(harness.clock, 6_000)
    expect(taken).toEqual([older.id])
    takeOne()
    await pass(harness.clock, 6_000)
    expect(taken).toEqual([older.id, newer.id])
    expect(harness.timers.now).toBe(0)
  })

  it('emits more new records than fit on a page', async () => {
    const harness = harnessOf()
    const stream = harness.read({ pageSize: 2 })
    const { received, stop } = observe(stream)
    await pass(harness.clock, 1_000)
    for (let ms = 0; ms < 9; ms++) harness.log({ timeMs: START_MS + ms * 10, value: '2' })
    await pass(harness.clock, 10_000)
    expect(received.map(({ atMs }) => (atMs - START_MS) / 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8])
    stop()
  })

  it('emits a record that the lock reports late, but not a row that a deletion moved up', async () => {
    for (const sources of [{}, LOGS]) {
      const harness = harnessOf()
      const stream = harness.read({ ...sources, pageSize: 3 })
      const { received, stop } = observe(stream)
      await pass(harness.clock, 1_000)
      const { log } = harness.simulator.world
      log.splice(
        log.findIndex(({ id }) => id === '500000006'),
        1,
      )
      await pass(harness.clock, 10_000)
      expect(received).toEqual([])
      // Between two known records: the lock was offline at the time of the event.
      const late = harness.log({ timeMs: 1_750_120_000_000, value: '2' })
      await pass(harness.clock, 60_000)
      expect(received.map(({ id }) => id)).toEqual([late.id])
      stop()
    }
  })

  it('emits only the requested kinds', async () => {
    const harness = harnessOf()
    const { received, stop } = observe(harness.read({ kinds: ['alarm'] }))
    await pass(harness.clock, 1_000)
    harness.log({})
    harness.log({ category: 'alarm_record', type: 'alarm_lock', value: 'pry' })
    await pass(harness.clock, 10_000)
    expect(received.map(({ alarm }) => alarm)).toEqual(['pry'])
    expect(harness.steps).not.toContain('doorLock.openingLogs')
    stop()
  })

  it('polls soon after a report of the lock', async () => {
    const harness = harnessOf({ dataPoints: true })
    const { received, stop } = observe(harness.read(LOGS))
    await pass(harness.clock, 100_000)
    expect(arrivals(harness)).toEqual([0, 5, 15, 35, 75])
    const { apiRequest } = harness.panel
    const device_id = harness.deviceId
    const { ticket_id } = await settle(
      harness.clock,
      apiRequest('doorLock.passwordTicket', { device_id }),
    )
    await settle(harness.clock, apiRequest('doorLock.passwordFreeOpen', { device_id, ticket_id }))
    await pass(harness.clock, 1_000)
    expect(received.map(({ method }) => method)).toEqual(['phone'])
    stop()
    expect(harness.listeners.now).toBe(0)
  })

  it('polls at most every five seconds if the lock reports each second', async () => {
    const harness = reportingHarness()
    const { stop } = observe(harness.read(LOGS))
    for (let second = 0; second < 12; second++) {
      await pass(harness.clock, 1_000)
      harness.reports$.next({ unlock_fingerprint: 1 })
    }
    expect(arrivals(harness)).toEqual([0, 5, 10])
    stop()
    expect(harness.reports$.observed).toBe(false)
  })

  it('does not poll earlier for other reports, and continues after the connection fails', async () => {
    const harness = reportingHarness()
    const { failures, stop } = observe(harness.read(LOGS))
    await pass(harness.clock, 16_000)
    harness.reports$.next({ residual_electricity: 80 })
    harness.reports$.error(
      new TransportError({ action: 'x' }, { delivery: 'unknown', reason: 'closed' }),
    )
    await pass(harness.clock, 20_000)
    expect(arrivals(harness)).toEqual([0, 5, 15, 35])
    expect(failures).toHaveLength(1)
    stop()
  })
})
