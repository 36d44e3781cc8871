import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import { failureOf, pass, settle } from '../support/settle'
import { recordHarness } from './record-harness'

const options = { lock: seed.locks.frontDoor, families: ['mini-program'] } as const
const sources = [
  'doorLock.listRecords',
  'doorLock.openingLogs',
  'doorLock.alarmLogs',
  'doorLock.operateRecords',
] as const
const refusals = [1106, 1108, 28841105, 28841101, 28841002] as const

describe.each(refusals)('a record source that the cloud refuses with %i', (vendorCode) => {
  it.each(sources)('is left out of the stream, and named in leftOut: %s', async (source) => {
    const harness = recordHarness(options)
    const expected = await harness.all({ merge: true })
    harness.begin()
    harness.simulator.faults.always(source, { vendorCode })
    const stream = harness.read()
    const read = await settle(harness.clock, stream.take(100))
    const readable = expected.filter((record) => record.sources.some((name) => name !== source))
    expect(read.map(({ atMs }) => atMs)).toEqual(readable.map(({ atMs }) => atMs))
    for (const record of read) expect(record.sources).not.toContain(source)
    const isRead = harness.steps.includes(source)
    expect(stream.leftOut()).toMatchObject(isRead ? [{ source, error: { code: vendorCode } }] : [])
    expect(harness.steps.filter((step) => step === source).length).toBeLessThan(20)
    const merged = await settle(harness.clock, harness.read({ merge: true }).take(100))
    expect(merged.map(({ atMs }) => atMs)).toEqual(readable.map(({ atMs }) => atMs))
  })

  it('is read once by live$, which continues with the others', async () => {
    const harness = recordHarness(options)
    harness.simulator.faults.always('doorLock.openingLogs', { vendorCode })
    const stream = harness.read()
    const failures: unknown[] = []
    stream.failures$.subscribe((failure) => failures.push(failure))
    const subscription = stream.live$.subscribe()
    await pass(harness.clock, 60_000)
    subscription.unsubscribe()
    const count = harness.steps.filter((step) => step === 'doorLock.openingLogs').length
    expect([count <= 1, failures.length <= 1]).toEqual([true, true])
    expect(harness.steps.filter((step) => step === 'doorLock.listRecords').length).toBeGreaterThan(
      2,
    )
  })
})

describe('a record stream', () => {
  it('fails if the cloud refuses every source', async () => {
    const harness = recordHarness(options)
    for (const source of sources) harness.simulator.faults.always(source, { vendorCode: 1106 })
    const stream = harness.read()
    expect(await failureOf(harness.clock, stream.take(5))).toMatchObject({
      kind: 'vendor',
      code: 1106,
    })
  })

  it('fails if the cloud refuses a source for another reason', async () => {
    const harness = recordHarness(options)
    harness.simulator.faults.always('doorLock.listRecords', { vendorCode: 2001 })
    const stream = harness.read()
    expect(await failureOf(harness.clock, stream.take(5))).toMatchObject({ code: 2001 })
    expect(stream.leftOut()).toEqual([])
  })
})
