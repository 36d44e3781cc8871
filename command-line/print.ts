import Table from 'cli-table3'
import pc from 'picocolors'
import type { Safety } from '../src/core/action'
import type { Host, Output } from './host'

export type Colours = ReturnType<typeof pc.createColors>

/** Colours on a terminal whose user wants them (https://no-color.org), plain text in a pipe or a file. */
export const coloursFor = (output: Output, env: Host['env']): Colours =>
  pc.createColors(output.isTTY === true && (env.NO_COLOR ?? '') === '')

export const safetyColour = (colours: Colours, safety: Safety): string => {
  const colourOf = {
    read: colours.green,
    sync: colours.cyan,
    idempotent: colours.yellow,
    once: colours.red,
  }
  return colourOf[safety](safety)
}

/** The width if the terminal reports none. */
const DEFAULT_WIDTH = 150
const NARROWEST_LAST = 24

export interface TableOptions {
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** The last column gets what the others leave. */
  readonly widths: readonly number[]
  readonly output: Output
  readonly colours: Colours
}

/** A table with a frame, as wide as the terminal. */
export const drawTable = ({ head, rows, widths, output, colours }: TableOptions): string => {
  const lines = widths.length + 2
  const taken = widths.reduce((sum, width) => sum + width, lines)
  const last = Math.max((output.columns ?? DEFAULT_WIDTH) - taken, NARROWEST_LAST)
  const table = new Table({
    head: head.map((title) => colours.bold(title)),
    colWidths: [...widths, last],
    wordWrap: true,
    style: { head: [], border: [] },
  })
  table.push(...rows.map((row) => [...row]))
  return `${table.toString()}\n`
}

export const writeJson = (output: Output, value: unknown): unknown =>
  output.write(`${JSON.stringify(value, null, 2)}\n`)
