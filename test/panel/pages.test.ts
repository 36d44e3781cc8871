import { describe, expect, it } from 'vitest'
import { flag, id, int, pageOf, params, record, text } from '../../actions/shared'
import { defineAction } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import type { TransportRequest } from '../../src/core/transport/transport'
import { scriptedCloud } from '../support/cloud'
import { lost } from '../support/panels'

const row = record({ key: { id: id() } })
const shared = { family: 'mini-program', safety: 'read', locks: ['any'] } as const
const actions = {
  numbered: defineAction({
    ...shared,
    name: 'test.numbered',
    params: params({ required: { page_no: int(), page_size: int() } }),
    result: pageOf({ rows: 'records', item: row, optional: { has_more: flag(), total: int() } }),
  }),
  skipping: defineAction({
    ...shared,
    name: 'test.skipping',
    params: params({ required: { offset: int(), limit: int() } }),
    result: pageOf({ rows: 'datas', item: row, optional: { hasNext: flag(), totalCount: int() } }),
  }),
  cursor: defineAction({
    ...shared,
    name: 'test.cursor',
    params: params({ required: { pageSize: int() }, optional: { lastRowKey: text() } }),
    result: pageOf({
      rows: 'records',
      item: row,
      optional: { hasMore: flag(), lastRowKey: text() },
    }),
  }),
  single: defineAction({ ...shared, name: 'test.single', params: params(), result: flag() }),
}

const ROWS = 5
const idsOf = (from: number, size: number) =>
  Array.from({ length: ROWS }, (_, index) => ({ id: String(index) })).slice(from, from + size)

/** A cloud with five rows; `answerTo` decides how it reports the remaining rows. */
const panelOver = (answerTo: (request: TransportRequest) => unknown, ...before: unknown[]) => {
  const cloud = scriptedCloud(...before, (request: TransportRequest) => ({
    success: true,
    t: 1,
    result: answerTo(request),
  }))
  return { ...cloud, panel: createPanel({ actions, transport: cloud.transport }) }
}
const collect = async <Page>(pages: AsyncIterable<Page>): Promise<readonly Page[]> => {
  const seen: Page[] = []
  for await (const page of pages) seen.push(page)
  return seen
}
const numbered = (rest: (seen: number) => object) =>
  panelOver(({ params: { page_no, page_size } }) => {
    const from = (Number(page_no) - 1) * Number(page_size)
    const records = idsOf(from, Number(page_size))
    return { records, ...rest(from + records.length) }
  })

describe('pages', () => {
  it.each([
    ['the has_more flag', (seen: number) => ({ has_more: seen < ROWS })],
    ['the total', () => ({ total: ROWS })],
    ['a page that is not full', () => ({})],
  ])('follow page_no, and end by %s', async (_by, rest) => {
    const { panel, requests } = numbered(rest)
    const pages = await collect(panel.pages('test.numbered', { page_no: 1, page_size: 2 }))
    expect(pages.flatMap(({ records }) => records.map((each) => each.id))).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ])
    expect(requests.map(({ params: sent }) => sent.page_no)).toEqual([1, 2, 3])
  })

  it('end at an empty page when the last rows filled a page', async () => {
    const { panel, requests } = numbered(() => ({}))
    const pages = await collect(panel.pages('test.numbered', { page_no: 1, page_size: 5 }))
    expect(pages.map(({ records }) => records.length)).toEqual([5, 0])
    expect(requests).toHaveLength(2)
  })

  it('follow offset until the total is reached', async () => {
    const { panel, requests } = panelOver(({ params: { offset, limit } }) => ({
      datas: idsOf(Number(offset), Number(limit)),
      totalCount: ROWS,
    }))
    await collect(panel.pages('test.skipping', { offset: 0, limit: 3 }))
    expect(requests.map(({ params: sent }) => sent.offset)).toEqual([0, 3])
  })

  it('follow lastRowKey until hasMore is false or the key repeats', async () => {
    const cloudOf = (key: (from: number) => object) =>
      panelOver(({ params: { lastRowKey = '0', pageSize } }) => ({
        records: idsOf(Number(lastRowKey), Number(pageSize)),
        ...key(Number(lastRowKey) + Number(pageSize)),
      }))
    const good = cloudOf((end) => ({ hasMore: end < ROWS, lastRowKey: String(end) }))
    expect(await collect(good.panel.pages('test.cursor', { pageSize: 2 }))).toHaveLength(3)
    const stuck = cloudOf(() => ({ hasMore: true, lastRowKey: '0' }))
    expect(await collect(stuck.panel.pages('test.cursor', { pageSize: 2 }))).toHaveLength(2)
  })

  it('are requested one at a time, and not after a break', async () => {
    const { panel, requests } = numbered(() => ({ total: ROWS }))
    const pages = panel.pages('test.numbered', { page_no: 1, page_size: 1 })
    expect(requests).toHaveLength(0)
    for await (const page of pages) {
      expect(page.records).toHaveLength(1)
      break
    }
    expect(await pages.next()).toEqual({ done: true, value: undefined })
    expect(requests).toHaveLength(1)
  })

  it('request a failed page again at the next call', async () => {
    const { panel } = panelOver(() => ({ records: [{ id: 'a' }], total: 1 }), lost)
    const pages = panel.pages('test.numbered', { page_no: 1, page_size: 1 }, { retry: false })
    await expect(pages.next()).rejects.toMatchObject({ kind: 'transport' })
    expect((await pages.next()).value?.records).toEqual([{ id: 'a' }])
  })

  it('are unsupported for an operation without paging, also in the types', async () => {
    const { panel, requests } = panelOver(() => true)
    // @ts-expect-error no parameter by which it could be paged
    await expect(panel.pages('test.single', {}).next()).rejects.toMatchObject({
      kind: 'unsupported',
    })
    expect(requests).toEqual([])
  })
})
