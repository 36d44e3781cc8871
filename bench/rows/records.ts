import { type Simulator, seed } from '../../simulator'
import { records as recordsOf } from '../../src/flows/records/records'
import { flowAndPages } from '../replayed-flow'
import type { Topic } from '../row'

const FEW = 5_000
const MANY = 20_000

const fillWith =
  (count: number) =>
  ({ world, clock }: Simulator): void => {
    for (let index = 0; index < count; index++)
      world.log.push({
        id: String(700_000_000 + index),
        lockId: seed.locks.frontDoor.id,
        timeMs: clock.now() - (count - index) * 60_000,
        category: 'unlock_record',
        type: 'unlock_fingerprint',
        value: '1',
        unread: true,
      })
  }

/** Reads that many records in pages of 100, and its pages alone. */
const reading = (count: number) =>
  flowAndPages(fillWith(count), ({ panel, deviceId, clock }) => async () => {
    const { records } = recordsOf(panel, deviceId, { type: 'wifi', clock })
    const read = await records({ pageSize: 100 }).take(count)
    if (read.length < count) throw new Error(`records() returned ${read.length} records`)
  })

export const records: Topic = {
  isLong: true,
  rows: async () => {
    const few = await reading(FEW)
    const many = await reading(MANY)
    return [
      {
        name: 'records() of 5,000 records, × its pages alone',
        target: 2,
        reference: few.pages,
        product: few.flow,
      },
      {
        name: 'records() of 20,000 records, × its pages alone',
        target: 2,
        reference: many.pages,
        product: many.flow,
      },
      {
        name: 'records() of 20,000 records, × four times 5,000',
        target: 1.5,
        reference: async () => {
          for (let run = 0; run < MANY / FEW; run++) await few.flow()
        },
        product: many.flow,
      },
    ]
  },
}
