import Table from 'cli-table3'
import colors from 'picocolors'

/** Tables and colour for a terminal; plain lines for a file, a pipe or a log. */
const { isColorSupported: isTerminal } = colors

let steps = 0

export const title = (text: string): void => console.log(colors.bold(text))

export const note = (text: string): void => console.log(colors.dim(text))

export const step = (text: string): void => console.log(`\n${colors.cyan(`${++steps}.`)} ${text}`)

export const line = (text: string): void => console.log(`   ${text}`)

export const good = (text: string): void => line(`${colors.green('ok')}  ${text}`)

export const bad = (text: string): void => line(`${colors.yellow('!!')}  ${text}`)

export const dim = (text: string): void => line(colors.dim(text))

export const table = (head: readonly string[], rows: readonly (readonly unknown[])[]): void => {
  const cells = rows.map((row) => row.map((cell) => String(cell ?? '')))
  if (!isTerminal) {
    for (const row of cells) line(row.map((cell, index) => `${head[index]} ${cell}`).join(', '))
    return
  }
  const drawn = new Table({ head: [...head], style: { head: ['dim'], border: ['dim'] } })
  drawn.push(...cells)
  for (const row of drawn.toString().split('\n')) line(row)
}
