import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { START_MS } from '../support/flow-harness'
import { failureOf, flush, pass, settle } from '../support/settle'
import { recordHarness, short } from './record-harness'

const harnessOf = () => recordHarness({ lock: seed.locks.frontDoor, families: ['mini-program'] })
const RECORD_COUNT = 6

describe('records() after a failed read', () => {
  it('rejects with the error of the source and continues at the same record', async () => {
    const harness = harnessOf()
    const { clock, simulator } = harness
    const stream = harness.read({ merge: true })
    simulator.faults.next('doorLock.openingLogs', { vendorCode: 2001, msg: 'device is offline' })
    expect(await failureOf(clock, stream.next())).toMatchObject({
      kind: 'vendor',
      code: 2001,
      action: 'doorLock.openingLogs',
    })
    const all = []
    for (let index = 0; index < RECORD_COUNT; index++)
      all.push((await settle(clock, stream.next())).value)
    expect(all.map(({ id }) => id)).toEqual((await harness.all()).map(({ id }) => id))
    // The other sources are not read again.
    expect(
      harness.steps.slice(0, 5).filter((step) => step === 'doorLock.listRecords'),
    ).toHaveLength(1)
  })

  it('keeps the records of a failed take and reads the same page again', async () => {
    const harness = harnessOf()
    const { clock, simulator } = harness
    const stream = harness.read({ pageSize: 2, sources: ['doorLock.listRecords'] })
    const complete = (await harness.all({ sources: ['doorLock.listRecords'] })).map(short)
    const first = await settle(clock, stream.take(1))
    simulator.faults.next('doorLock.listRecords', { vendorCode: 2001 })
    expect(await failureOf(clock, stream.take(4))).toMatchObject({ code: 2001 })
    const rest = await settle(clock, stream.take(100))
    expect([...first, ...rest].map(short)).toEqual(complete)
  })

  it('continues in a second for-await loop', async () => {
    const harness = harnessOf()
    const { clock, simulator } = harness
    const stream = harness.read({ pageSize: 2, kinds: ['opening', 'alarm'], merge: true })
    const received: string[] = []
    const loop = async () => {
      for await (const record of stream) received.push(short(record))
    }
    simulator.faults.always('doorLock.alarmLogs', { vendorCode: 2001 })
    await failureOf(clock, loop())
    simulator.faults.clear()
    await settle(clock, loop())
    expect(received).toEqual((await harness.all({ kinds: ['opening', 'alarm'] })).map(short))
  })
})

describe('ending a record stream', () => {
  it('by a break emits no further record and sends no further request', async () => {
    const harness = harnessOf()
    const stream = harness.read({ pageSize: 1 })
    const loop = async () => {
      for await (const record of stream) return record.id
    }
    expect(await settle(harness.clock, loop())).toBe('500000006')
    const requestCount = harness.steps.length
    expect(await stream.next()).toEqual({ done: true, value: undefined })
    expect(await stream.take(3)).toEqual([])
    expect(harness.steps).toHaveLength(requestCount)
  })

  it('by return aborts the pending request', async () => {
    const harness = harnessOf()
    harness.simulator.faults.always('doorLock.listRecords', { slowMs: 8_000 })
    const stream = harness.read()
    const waiting = stream.next()
    await flush()
    expect(harness.timers.now).toBeGreaterThan(0)
    await stream.return?.()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(harness.timers.now).toBe(0)
  })
})

describe('concurrent reads of one record stream', () => {
  it('share its records and its requests', async () => {
    const harness = harnessOf()
    const stream = harness.read({ merge: true })
    const both = Promise.all([stream.take(2), stream.next(), stream.take(2)])
    const [first, { value }, last] = await settle(harness.clock, both)
    expect([...first, value, ...last].map(({ id }) => id)).toEqual(
      (await harness.all()).slice(0, 5).map(({ id }) => id),
    )
    expect(harness.steps.slice(0, 4)).toHaveLength(new Set(harness.steps.slice(0, 4)).size)
  })
})

describe('a record stream', () => {
  it('is empty if the lock has no record in the range', async () => {
    const harness = harnessOf()
    expect(await harness.all({ fromMs: START_MS })).toEqual([])
    await pass(harness.clock, 1_000)
    expect(harness.timers.now).toBe(0)
  })
})
