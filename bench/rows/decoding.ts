import { listUsers } from '../../actions/mini-program/door-lock/list-users'
import { parseJson } from '../../src/core/json/parse-json'
import { decodingPeers } from '../decoding-peers'
import { readUsers } from '../hand-written/users'
import type { FigureRow, RatioRow, Topic } from '../row'
import { documented, extended, inShape, mended, type PageForm, pageOf, ROWS } from '../users'

const read = (value: unknown): unknown => listUsers.result.readTolerantly?.(value)

/** Several pages in turn, because no panel decodes the same object twice. */
const pagesOf = (form: PageForm) => {
  const pages = Array.from({ length: 8 }, () => JSON.parse(JSON.stringify(pageOf(form))))
  let next = 0
  return () => pages[next++ % pages.length]
}

type Peers = ReturnType<typeof decodingPeers>

const rowOf =
  (peers: Peers) =>
  (title: string, form: PageForm, target: number): RatioRow => {
    const page = pagesOf(form)
    return {
      name: `decode ${ROWS} users, ${title}, × hand-written`,
      target,
      reference: () => readUsers(page()),
      product: () => read(page()),
      peers: Object.fromEntries(
        Object.entries(peers).map(([name, decode]) => [name, () => decode(page())]),
      ),
    }
  }

const textRow = (peers: Peers): RatioRow => {
  const text = JSON.stringify(pageOf(documented))
  return {
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
      'JSON.parse and io-ts': () => peers['io-ts']?.(JSON.parse(text)),
    },
  }
}

const RUNS = 200

/** The heap grows by what no collection has freed yet; one page of waste would be 20 kB. */
const allocatedBytes = (): number => {
  const page = pageOf(inShape)
  for (let run = 0; run < RUNS; run++) read(page)
  const before = process.memoryUsage().heapUsed
  for (let run = 0; run < RUNS; run++) read(page)
  return Math.max(0, (process.memoryUsage().heapUsed - before) / RUNS)
}

const allocation: FigureRow = {
  name: `decode ${ROWS} users already in shape, bytes allocated`,
  // The result object and the clock's own numbers.
  target: 512,
  measure: allocatedBytes,
}

export const decoding: Topic = {
  rows: () => {
    const peers = decodingPeers()
    const decodingRow = rowOf(peers)
    return [
      allocation,
      decodingRow('already in shape', inShape, 1.2),
      decodingRow('as documented', documented, 1.2),
      decodingRow('every record mended', mended, 1.5),
      decodingRow('with a new field in every object', extended, 1.3),
      textRow(peers),
    ]
  },
}
