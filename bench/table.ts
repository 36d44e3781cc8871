import Table from 'cli-table3'
import type { Result } from './row'

const peersText = ({ peers = {} }: Result): string =>
  Object.entries(peers)
    .map(([peer, ratio]) => `${peer} ${ratio}`)
    .join(', ')

/** Prints the results of one engine. */
export const show = (title: string, results: readonly Result[]): void => {
  const table = new Table({
    head: [title, 'product', 'target', 'reached', 'peers'],
    style: { head: [], border: [] },
    colAligns: ['left', 'right', 'right', 'left', 'left'],
  })
  for (const result of results)
    table.push([
      result.name,
      result.value,
      result.target,
      result.reached ? 'yes' : 'no',
      peersText(result),
    ])
  console.log(table.toString())
}
