import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flag, id, int, pageOf, params, record } from '../../actions/shared'
import { defineAction } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import type { TransportRequest } from '../../src/core/transport/transport'
import { scriptedCloud } from '../support/cloud'

const shared = { family: 'mini-program', safety: 'read', locks: ['any'] } as const
const page = pageOf({
  rows: 'records',
  item: record({ key: { id: id() } }),
  optional: { has_more: flag(), total: int() },
})
const actions = {
  numbered: defineAction({
    ...shared,
    name: 'test.numbered',
    params: params({ required: { page_no: int(), page_size: int() } }),
    result: page,
  }),
  skipping: defineAction({
    ...shared,
    name: 'test.skipping',
    params: params({ required: { offset: int(), limit: int() } }),
    result: page,
  }),
}

interface Cloud {
  readonly count: number
  /** The cloud answers at most this many rows, however many are requested. */
  readonly cap: number
  readonly size: number
  readonly says:
    | 'nothing'
    | 'has_more'
    | 'total'
    | 'has_more for ever'
    | 'a total that is too large'
  readonly form: keyof typeof actions
  /** After the last page: empty pages, or the last page again. */
  readonly after: 'empty' | 'repeated'
  readonly ignoresPosition: boolean
}

const clouds: fc.Arbitrary<Cloud> = fc.record({
  count: fc.integer({ min: 0, max: 40 }),
  cap: fc.integer({ min: 1, max: 12 }),
  size: fc.integer({ min: 1, max: 12 }),
  says: fc.constantFrom(
    'nothing',
    'has_more',
    'total',
    'has_more for ever',
    'a total that is too large',
  ),
  form: fc.constantFrom('numbered', 'skipping'),
  after: fc.constantFrom('empty', 'repeated'),
  ignoresPosition: fc.boolean(),
})

const answerOf = (cloud: Cloud, { params: sent }: TransportRequest) => {
  const { count, cap, says, after, ignoresPosition } = cloud
  const size = Math.min(cap, Number(sent.page_size ?? sent.limit))
  const asked = sent.offset === undefined ? (Number(sent.page_no) - 1) * size : Number(sent.offset)
  const lastStart = Math.max(0, Math.ceil(count / size) - 1) * size
  const start = ignoresPosition ? 0 : after === 'repeated' ? Math.min(asked, lastStart) : asked
  const records = Array.from({ length: count }, (_, index) => ({ id: String(index) })).slice(
    start,
    start + size,
  )
  return {
    records,
    ...(says === 'has_more' && { has_more: start + records.length < count }),
    ...(says === 'has_more for ever' && { has_more: true }),
    ...(says === 'total' && { total: count }),
    ...(says === 'a total that is too large' && { total: count + 1_000 }),
  }
}

const read = async (cloud: Cloud) => {
  const { transport, requests } = scriptedCloud((request: TransportRequest) => {
    if (requests.length > 100) throw new Error('the pages do not end')
    return { success: true, t: 1, result: answerOf(cloud, request) }
  })
  const panel = createPanel({ actions, transport })
  const pages =
    cloud.form === 'numbered'
      ? panel.pages('test.numbered', { page_no: 1, page_size: cloud.size })
      : panel.pages('test.skipping', { offset: 0, limit: cloud.size })
  const ids: string[] = []
  for await (const { records } of pages) ids.push(...records.map((row) => row.id))
  return { ids, requests }
}

describe('pages', () => {
  it('lose no row and end, whatever a cloud says about its pages', () =>
    fc.assert(
      fc.asyncProperty(clouds, async (cloud) => {
        const { ids, requests } = await read(cloud)
        const reachable = cloud.ignoresPosition
          ? Math.min(cloud.count, cloud.cap, cloud.size)
          : cloud.count
        expect(new Set(ids).size).toBe(reachable)
        expect(requests.length).toBeLessThan(100)
      }),
      { numRuns: 500, endOnFailure: true },
    ))

  it('are requested one after the other if next is called several times at once', () =>
    fc.assert(
      fc.asyncProperty(fc.integer({ min: 2, max: 6 }), async (count) => {
        const requests: unknown[] = []
        const { transport } = scriptedCloud((request: TransportRequest) => {
          requests.push(request.params.page_no)
          const records = [{ id: String(request.params.page_no) }]
          return { success: true, t: 1, result: { records, has_more: true } }
        })
        const panel = createPanel({ actions, transport })
        const pages = panel.pages('test.numbered', { page_no: 1, page_size: 1 })
        const results = await Promise.all(Array.from({ length: count }, () => pages.next()))
        expect(requests).toEqual(Array.from({ length: count }, (_, index) => index + 1))
        expect(results.map(({ value }) => value?.records[0]?.id)).toEqual(requests.map(String))
      }),
    ))

  it('keep their parameters if the object of the caller changes', async () => {
    const { transport, requests } = scriptedCloud((request: TransportRequest) => ({
      success: true,
      t: 1,
      result: { records: [{ id: String(request.params.page_no) }], has_more: true },
    }))
    const panel = createPanel({ actions, transport })
    const first = { page_no: 1, page_size: 1 }
    const pages = panel.pages('test.numbered', first)
    first.page_no = 7
    await pages.next()
    first.page_no = 9
    await pages.next()
    expect(requests.map((request) => request.params.page_no)).toEqual([1, 2])
  })
})
