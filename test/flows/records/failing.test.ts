import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { START_MS } from '../support/flow-harness'
import { failureOf, flush, pass, settle } from '../support/settle'
import { recordStage, short } from './record-stage'

const stageOf = () => recordStage({ lock: seed.locks.frontDoor, families: ['mini-program'] })
const EVERYTHING = 6

describe('reading that fails', () => {
  it('fails with what the source failed with, and goes on where it was', async () => {
    const stage = stageOf()
    const { clock, simulator } = stage
    const stream = stage.read()
    simulator.faults.next('doorLock.openingLogs', { vendorCode: 1106, msg: 'permission deny' })
    expect(await failureOf(clock, stream.next())).toMatchObject({
      kind: 'vendor',
      code: 1106,
      action: 'doorLock.openingLogs',
    })
    const all = []
    for (let at = 0; at < EVERYTHING; at++) all.push((await settle(clock, stream.next())).value)
    expect(all.map(({ id }) => id)).toEqual((await stage.all()).map(({ id }) => id))
    // The others were not asked again.
    expect(stage.steps.slice(0, 5).filter((step) => step === 'doorLock.listRecords')).toHaveLength(
      1,
    )
  })

  it('keeps what a take had already, and asks for the same page again', async () => {
    const stage = stageOf()
    const { clock, simulator } = stage
    const stream = stage.read({ pageSize: 2, sources: ['doorLock.listRecords'] })
    const complete = (await stage.all({ sources: ['doorLock.listRecords'] })).map(short)
    const first = await settle(clock, stream.take(1))
    simulator.faults.next('doorLock.listRecords', { vendorCode: 1106 })
    expect(await failureOf(clock, stream.take(4))).toMatchObject({ code: 1106 })
    const rest = await settle(clock, stream.take(100))
    expect([...first, ...rest].map(short)).toEqual(complete)
  })

  it('can be gone on with in a second for-await', async () => {
    const stage = stageOf()
    const { clock, simulator } = stage
    const stream = stage.read({ pageSize: 2, kinds: ['opening', 'alarm'] })
    const seen: string[] = []
    const loop = async () => {
      for await (const record of stream) seen.push(short(record))
    }
    simulator.faults.always('doorLock.alarmLogs', { vendorCode: 1106 })
    await failureOf(clock, loop())
    simulator.faults.clear()
    await settle(clock, loop())
    expect(seen).toEqual((await stage.all({ kinds: ['opening', 'alarm'] })).map(short))
  })
})

describe('reading that ends', () => {
  it('after a break gives nothing more, and asks nothing more', async () => {
    const stage = stageOf()
    const stream = stage.read({ pageSize: 1 })
    const loop = async () => {
      for await (const record of stream) return record.id
    }
    expect(await settle(stage.clock, loop())).toBe('500000006')
    const asked = stage.steps.length
    expect(await stream.next()).toEqual({ done: true, value: undefined })
    expect(await stream.take(3)).toEqual([])
    expect(stage.steps).toHaveLength(asked)
  })

  it('aborts what it waits for', async () => {
    const stage = stageOf()
    stage.simulator.faults.always('doorLock.listRecords', { slowMs: 8_000 })
    const stream = stage.read()
    const waiting = stream.next()
    await flush()
    expect(stage.timers.now).toBeGreaterThan(0)
    await stream.return?.()
    expect(await waiting).toEqual({ done: true, value: undefined })
    expect(stage.timers.now).toBe(0)
  })
})

describe('two who read the same stream at once', () => {
  it('share its records, and its requests', async () => {
    const stage = stageOf()
    const stream = stage.read()
    const both = Promise.all([stream.take(2), stream.next(), stream.take(2)])
    const [first, { value }, last] = await settle(stage.clock, both)
    expect([...first, value, ...last].map(({ id }) => id)).toEqual(
      (await stage.all()).slice(0, 5).map(({ id }) => id),
    )
    expect(stage.steps.slice(0, 4)).toHaveLength(new Set(stage.steps.slice(0, 4)).size)
  })
})

describe('a stream', () => {
  it('is not one record long that the lock has none of', async () => {
    const stage = stageOf()
    expect(await stage.all({ fromMs: START_MS })).toEqual([])
    await pass(stage.clock, 1_000)
    expect(stage.timers.now).toBe(0)
  })
})
