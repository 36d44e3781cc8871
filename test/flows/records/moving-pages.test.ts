import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { RecordSource } from '../../../src/flows/records/lock-record'
import type { RecordQuery } from '../../../src/flows/records/query'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { type RecordHarness, recordHarness } from './record-harness'

const MINUTE_MS = 60_000
const ROWS = 12
const sources: readonly RecordSource[] = [
  'doorLock.openingLogs',
  'doorLock.listRecords',
  'tuya.m.scale.history.list',
  'doorLock.operateRecords',
]

/** Openings a minute apart; 1 is the newest. */
const harnessOf = (rows = ROWS): RecordHarness => {
  const harness = recordHarness({ lock: seed.locks.frontDoor, families: ['mini-program', 'panel'] })
  for (let number = 1; number <= rows; number++)
    harness.log({
      timeMs: START_MS - number * MINUTE_MS,
      value: String(number),
      id: `id-${number}`,
    })
  return harness
}
const queryOf = (source: RecordSource, pageSize: number): RecordQuery => ({
  sources: [source],
  kinds: ['opening'],
  pageSize,
  fromMs: START_MS - 60 * MINUTE_MS,
})
const remove = ({ simulator }: RecordHarness, ...numbers: readonly number[]): void => {
  const { log } = simulator.world
  for (const number of numbers)
    log.splice(
      log.findIndex(({ id }) => id === `id-${number}`),
      1,
    )
}
const minutesAgo = (all: readonly { readonly atMs: number }[]) =>
  all.map(({ atMs }) => (START_MS - atMs) / MINUTE_MS)
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

/** Takes the first records, changes the log, and takes all others. */
const readAcross = async (
  harness: RecordHarness,
  query: RecordQuery,
  change: () => void,
  count = query.pageSize ?? 1,
) => {
  const stream = harness.read(query)
  const first = await settle(harness.clock, stream.take(count))
  change()
  return minutesAgo([...first, ...(await settle(harness.clock, stream.take(1000)))])
}

describe.each(sources)('reading %s while its pages move', (source) => {
  it.each([1, 2, 5])('loses no record if a row is deleted, with page size %i', async (pageSize) => {
    for (const number of [1, pageSize]) {
      // Its pages start after a row, which must exist.
      if (source === 'doorLock.operateRecords' && number === pageSize) continue
      const harness = harnessOf()
      const read = await readAcross(harness, queryOf(source, pageSize), () =>
        remove(harness, number),
      )
      expect(read).toEqual(upTo(ROWS))
    }
  })

  it.each([2, 3, 5])(
    'loses no record if many rows are deleted, with page size %i',
    async (pageSize) => {
      const harness = harnessOf()
      const change = () => remove(harness, 1, 2, 3, 4, 5)
      const read = await readAcross(harness, queryOf(source, pageSize), change, 6)
      expect(read).toEqual(upTo(ROWS))
    },
  )

  it('repeats no record if one row is added and the oldest one is deleted', async () => {
    const harness = harnessOf()
    const read = await readAcross(harness, queryOf(source, 5), () => {
      harness.log({ value: '99' })
      remove(harness, ROWS)
    })
    expect(read).toEqual(upTo(ROWS - 1))
  })

  it('repeats no record and emits no newer one if more than a page is added', async () => {
    const harness = harnessOf()
    const read = await readAcross(harness, queryOf(source, 3), () => {
      for (let ms = 0; ms < 4; ms++) harness.log({ timeMs: START_MS + ms * 1000 })
    })
    expect(read).toEqual(upTo(ROWS))
  })

  it('emits each of several equal rows across the end of a page', async () => {
    for (const isNew of [false, true]) {
      const harness = harnessOf(4)
      for (let more = 0; more < 2; more++)
        harness.log({ timeMs: START_MS - 2 * MINUTE_MS, value: '2' })
      const read = await readAcross(harness, queryOf(source, 3), () => {
        if (isNew) harness.log({ value: '99' })
      })
      expect(read).toEqual([1, 2, 2, 2, 3, 4])
    }
  })

  it('continues after a failure to read the previous page again', async () => {
    const harness = harnessOf()
    const stream = harness.read(queryOf(source, 5))
    const first = await settle(harness.clock, stream.take(5))
    remove(harness, 1)
    // The next page is answered; the request after it fails.
    harness.simulator.faults.next(source, { slowMs: 1 })
    harness.simulator.faults.next(source, { vendorCode: 1106 })
    expect(await failureOf(harness.clock, stream.take(1000))).toMatchObject({ code: 1106 })
    const others = await settle(harness.clock, stream.take(1000))
    expect(minutesAgo([...first, ...others])).toEqual(upTo(ROWS))
  })
})

describe('reading pages that do not move', () => {
  it.each(sources)('requests each page once: %s', async (source) => {
    const harness = harnessOf()
    expect(minutesAgo(await harness.all(queryOf(source, 5)))).toEqual(upTo(ROWS))
    const requests = harness.steps.filter((step) => step === source)
    expect(requests).toHaveLength(3)
  })
})
