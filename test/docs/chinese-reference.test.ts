import { describe, expect, it } from 'vitest'
import { referencePages } from '../../scripts/reference/pages/pages'

/** The columns with sentences of the contracts, which are English in both languages, and what English people are told. */
const englishColumns = ['说明', '作用', '对用户说（英文）']

interface Cell {
  readonly page: string
  readonly column: string
  readonly text: string
}

const rowOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())

const cellsOf = (page: string, markdown: string): readonly Cell[] => {
  let header: readonly string[] | undefined
  return markdown.split('\n').flatMap((line) => {
    if (!line.startsWith('|')) {
      header = undefined
      return []
    }
    if (header === undefined) {
      header = rowOf(line)
      return []
    }
    return rowOf(line).map((text, at) => ({ page, column: header?.[at] ?? '', text }))
  })
}

/** Without code, links and names that are the same in both languages. */
const wordsIn = (text: string): string =>
  text.replace(/`[^`]*`|\[[^\]]*\]\([^)]*\)|<[^>]*>|Zigbee/g, '')

describe('the Chinese reference', () => {
  const cells = [...referencePages()]
    .filter(([path]) => path.startsWith('docs/zh/'))
    .flatMap(([path, markdown]) => cellsOf(path, markdown))

  it('is Chinese in every cell of its tables but the sentences of the contracts', () => {
    const english = cells.filter(
      ({ column, text }) =>
        !englishColumns.includes(column) &&
        /[a-z]{3,}/.test(wordsIn(text)) &&
        !/\p{Script=Han}/u.test(text),
    )
    expect(english).toEqual([])
    expect(cells.length).toBeGreaterThan(5_000)
  })
})
