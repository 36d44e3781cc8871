import { describe, expect, it } from 'vitest'
import { seed } from '../../../simulator'
import type { RecordSource } from '../../../src/flows/records/lock-record'
import type { RecordQuery } from '../../../src/flows/records/query'
import { START_MS } from '../support/flow-harness'
import { failureOf, settle } from '../support/settle'
import { type RecordStage, recordStage } from './record-stage'

const MINUTE_MS = 60_000
const ROWS = 12
const sources: readonly RecordSource[] = [
  'doorLock.openingLogs',
  'doorLock.listRecords',
  'tuya.m.scale.history.list',
  'doorLock.operateRecords',
]

/** Openings a minute apart, numbered from the newest on. */
const stageOf = (rows = ROWS): RecordStage => {
  const stage = recordStage({ lock: seed.locks.frontDoor, families: ['mini-program', 'panel'] })
  for (let number = 1; number <= rows; number++)
    stage.log({ timeMs: START_MS - number * MINUTE_MS, value: String(number), id: `id-${number}` })
  return stage
}
const queryOf = (source: RecordSource, pageSize: number): RecordQuery => ({
  sources: [source],
  kinds: ['opening'],
  pageSize,
  fromMs: START_MS - 60 * MINUTE_MS,
})
const remove = ({ simulator }: RecordStage, ...numbers: readonly number[]): void => {
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

/** Takes a first page, lets something happen, and takes all others. */
const readAcross = async (
  stage: RecordStage,
  query: RecordQuery,
  change: () => void,
  count = query.pageSize ?? 1,
) => {
  const stream = stage.read(query)
  const first = await settle(stage.clock, stream.take(count))
  change()
  return minutesAgo([...first, ...(await settle(stage.clock, stream.take(1000)))])
}

describe.each(sources)('pages of %s that move', (source) => {
  it.each([1, 2, 5])('lose nothing where a row is deleted: %i to a page', async (pageSize) => {
    for (const number of [1, pageSize]) {
      // Its pages begin after a row, which must be there.
      if (source === 'doorLock.operateRecords' && number === pageSize) continue
      const stage = stageOf()
      const read = await readAcross(stage, queryOf(source, pageSize), () => remove(stage, number))
      expect(read).toEqual(upTo(ROWS))
    }
  })

  it.each([2, 3, 5])('lose nothing where many are deleted: %i to a page', async (pageSize) => {
    const stage = stageOf()
    const change = () => remove(stage, 1, 2, 3, 4, 5)
    const read = await readAcross(stage, queryOf(source, pageSize), change, 6)
    expect(read).toEqual(upTo(ROWS))
  })

  it('tell nothing twice where one is new and one has run out', async () => {
    const stage = stageOf()
    const read = await readAcross(stage, queryOf(source, 5), () => {
      stage.log({ value: '99' })
      remove(stage, ROWS)
    })
    expect(read).toEqual(upTo(ROWS - 1))
  })

  it('tell nothing twice, and nothing that is newer, where more than a page is new', async () => {
    const stage = stageOf()
    const read = await readAcross(stage, queryOf(source, 3), () => {
      for (let ms = 0; ms < 4; ms++) stage.log({ timeMs: START_MS + ms * 1000 })
    })
    expect(read).toEqual(upTo(ROWS))
  })

  it('tell each of those that are alike, wherever a page ends', async () => {
    for (const isNew of [false, true]) {
      const stage = stageOf(4)
      for (let more = 0; more < 2; more++)
        stage.log({ timeMs: START_MS - 2 * MINUTE_MS, value: '2' })
      const read = await readAcross(stage, queryOf(source, 3), () => {
        if (isNew) stage.log({ value: '99' })
      })
      expect(read).toEqual([1, 2, 2, 2, 3, 4])
    }
  })

  it('go on after a failure while they look back', async () => {
    const stage = stageOf()
    const stream = stage.read(queryOf(source, 5))
    const first = await settle(stage.clock, stream.take(5))
    remove(stage, 1)
    // The next page comes, and what is asked after it does not.
    stage.simulator.faults.next(source, { slowMs: 1 })
    stage.simulator.faults.next(source, { vendorCode: 1106 })
    expect(await failureOf(stage.clock, stream.take(1000))).toMatchObject({ code: 1106 })
    const others = await settle(stage.clock, stream.take(1000))
    expect(minutesAgo([...first, ...others])).toEqual(upTo(ROWS))
  })
})

describe('pages that stay', () => {
  it.each(sources)('are asked for once: %s', async (source) => {
    const stage = stageOf()
    expect(minutesAgo(await stage.all(queryOf(source, 5)))).toEqual(upTo(ROWS))
    const asked = stage.steps.filter((step) => step === source)
    expect(asked).toHaveLength(3)
  })
})
