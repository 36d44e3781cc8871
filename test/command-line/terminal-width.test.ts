import { beforeAll, describe, expect, it } from 'vitest'
import { drawColumns, wrapText } from '../../command-line/columns'
import type { Reference } from '../../command-line/reference'
import { makeReference } from '../../scripts/reference/make-reference'
import { everyAction } from '../support/registries'
import { runCli } from './host'

let reference: Reference

beforeAll(() => {
  reference = makeReference()
}, 60_000)

const WIDTHS = [80, 100, 120, 160]
const wordsOf = (text: string) => text.trim().split(/\s+/).sort()
const longestOf = (text: string) => Math.max(...text.split('\n').map(({ length }) => length))

describe('the output of lockpanel', () => {
  it.each(WIDTHS)(
    'describes every action within %i columns, without losing a word',
    async (columns) => {
      for (const { name } of everyAction) {
        const args = ['describe', ...name.split(' ')]
        const describeIn = async (width: number) =>
          (await runCli(args, { reference, actions: everyAction, columns: width })).stdout
        const stdout = await describeIn(columns)
        // A terminal of one column gets lines as wide as their longest words.
        const widest = Math.max(columns, longestOf(await describeIn(1)))
        expect(longestOf(stdout), name).toBeLessThanOrEqual(widest)
        expect(wordsOf(stdout), name).toEqual(wordsOf(await describeIn(10_000)))
      }
    },
  )

  it.each(WIDTHS)('lists the codes within %i columns', async (columns) => {
    const all = await runCli(['codes'], { columns })
    expect(longestOf(all.stdout)).toBeLessThanOrEqual(columns)
    const one = await runCli(['codes', '2405'], { columns })
    expect(longestOf(one.stdout)).toBeLessThanOrEqual(columns)
  })

  it('does not cut a word that is wider than the terminal', () => {
    const rows = [['records[].unlock_detail[].unlock_list[]', 'integer, seconds since 1970']]
    expect(wordsOf(drawColumns(rows, { columns: 20 }))).toEqual(wordsOf(`${rows[0]?.join(' ')}`))
    expect(wrapText('a wiiiiiide word', { columns: 4 })).toBe('a\nwiiiiiide\nword\n')
  })

  it('wraps nothing for a file, which has no width', () => {
    const rows = [['path', 'word '.repeat(60).trim()]]
    expect(drawColumns(rows, {}).trim().split('\n')).toHaveLength(1)
  })
})
