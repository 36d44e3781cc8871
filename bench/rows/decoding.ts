import * as t from 'io-ts'
import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import { parseJson } from '../../src/core/json/parse-json'
import { readUsers } from '../hand-written/users'
import type { FigureRow, RatioRow } from '../row'
import { documented, extended, inShape, mended, type PageForm, pageOf, ROWS } from '../users'

/** The same page as plain io-ts would have it: one shape, no tolerance. */
const flag = t.union([t.boolean, t.number, t.string])
const number = t.union([t.number, t.string])
const plain = t.type({
  records: t.array(
    t.type({
      user_id: number,
      lock_user_id: number,
      user_contact: t.string,
      nick_name: t.string,
      avatar_url: t.string,
      user_type: number,
      back_home_notify_attr: flag,
      effective_flag: number,
      time_schedule_info: t.type({ permanent: flag }),
      unlock_detail: t.array(
        t.type({
          dp_code: t.string,
          open: flag,
          count: number,
          unlock_list: t.array(
            t.type({
              dp_code: t.string,
              unlock_sn: number,
              unlock_name: t.string,
              unlock_attr: number,
              allocate_flag: flag,
            }),
          ),
        }),
      ),
    }),
  ),
})

const read = (value: unknown): unknown => listUsers.result.readTolerantly?.(value)

/** Several pages in turn, because no panel decodes the same object twice. */
const pagesOf = (form: PageForm) => {
  const pages = Array.from({ length: 8 }, () => JSON.parse(JSON.stringify(pageOf(form))))
  let next = 0
  return () => pages[next++ % pages.length]
}

const decoding = (title: string, form: PageForm, target: number): RatioRow => {
  const page = pagesOf(form)
  return {
    name: `decode ${ROWS} users, ${title}, × hand-written`,
    target,
    reference: () => readUsers(page()),
    product: () => read(page()),
    peers: { 'io-ts': () => plain.decode(page()) },
  }
}

const text = JSON.stringify(pageOf(documented))

export const decodingRows: readonly RatioRow[] = [
  decoding('already in shape', inShape, 1.2),
  decoding('as documented', documented, 1.2),
  decoding('every record mended', mended, 1.5),
  decoding('with a new field in every object', extended, 1.3),
  {
    name: `text of ${ROWS} users to value, × JSON.parse`,
    target: 1.3,
    targetWithoutJit: 2,
    reference: () => JSON.parse(text),
    product: () => {
      const parsed = parseJson(text)
      return parsed.ok && read(parsed.value)
    },
    peers: {
      'JSON.parse and the contract': () => read(JSON.parse(text)),
      'JSON.parse and io-ts': () => plain.decode(JSON.parse(text)),
    },
  },
]

const RUNS = 200

/** The heap grows by what no collection has freed yet; one page of waste would be 20 kB. */
const allocatedBytes = (): number => {
  const page = pageOf(inShape)
  for (let run = 0; run < RUNS; run++) read(page)
  const before = process.memoryUsage().heapUsed
  for (let run = 0; run < RUNS; run++) read(page)
  return Math.max(0, (process.memoryUsage().heapUsed - before) / RUNS)
}

export const decodingFigures: readonly FigureRow[] = [
  {
    name: `decode ${ROWS} users already in shape, bytes allocated`,
    // The result object and the clock's own numbers.
    target: 512,
    measure: allocatedBytes,
  },
]
