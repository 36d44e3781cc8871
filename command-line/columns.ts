import { stripVTControlCharacters } from 'node:util'
import Table from 'cli-table3'
import type { Output } from './host'

type Rows = readonly (readonly string[])[]
type Width = Pick<Output, 'columns'>

const noFrame = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '  ',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
  middle: '  ',
}

/** Before each column. */
const GAP = 2

/** Without colour codes, which take no column. */
const widestOf = (cells: readonly string[], separator: string | RegExp): number =>
  Math.max(
    ...cells.flatMap((cell) =>
      stripVTControlCharacters(cell)
        .split(separator)
        .map(({ length }) => length),
    ),
  )

/**
 * The widest column becomes narrower until the rows fit, but no narrower than its longest word, which would be cut. An output
 * without a width, such as a file, gets every column as wide as its content.
 */
const widthsFor = (rows: Rows, { columns }: Width): number[] => {
  const cells = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''))
  const widths = cells.map((column) => widestOf(column, '\n'))
  const words = cells.map((column) => widestOf(column, /\s/))
  const total = () => widths.reduce((sum, width) => sum + GAP + width, 0)
  while (columns !== undefined && total() > columns) {
    const slack = widths.map((width, column) => (width > (words[column] ?? 0) ? width : 0))
    const widest = Math.max(...slack)
    if (widest === 0) break
    widths[slack.lastIndexOf(widest)] = widest - 1
  }
  return widths
}

/** Columns without a frame, no wider than the terminal if their words fit. */
export const drawColumns = (rows: Rows, output: Width): string => {
  const table = new Table({
    chars: noFrame,
    colWidths: widthsFor(rows, output),
    wordWrap: true,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 },
  })
  table.push(...rows.map((row) => [...row]))
  return `${table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')}\n`
}

/** A text in lines no wider than the terminal, each after the same indent. */
export const wrapText = (text: string, { columns }: Width, indent = ''): string => {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    const isTooWide = columns !== undefined && indent.length + widestOf([longer], '\n') > columns
    if (isTooWide && line !== '') lines.push(line)
    line = isTooWide ? word : longer
  }
  return [...lines, line].map((each) => `${indent}${each}\n`).join('')
}
