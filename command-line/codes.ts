import type { Family } from '../src/core/action'
import { containerCode, containerCodes } from '../src/core/errors/container-codes'
import { vendorCode } from '../src/core/errors/vendor-codes'
import { cloudCode, cloudCodes } from '../src/tools/service-codes'
import { drawColumns, wrapText } from './columns'
import { wrongUsage } from './command-error'
import { exitCodes, type Host } from './host'
import { coloursFor, writeJson } from './print'

export interface CodesOptions {
  readonly code?: string | undefined
  readonly family?: string | undefined
  readonly json?: boolean | undefined
}

type CodesHost = Pick<Host, 'stdout' | 'stderr' | 'env'>

/** A code with its meaning. */
export interface CodeRow {
  readonly code: number
  /** The source of the code: the cloud, or the app's native container. */
  readonly of: 'cloud' | 'container'
  readonly families: readonly Family[]
  readonly class: string
  readonly meaning: string
  readonly advice: string
}

const families: readonly Family[] = ['mini-program', 'open-api', 'panel']
/** With `ty`, routes are also called through the container. */
const throughContainer: readonly Family[] = ['open-api', 'panel']

/** `lockpanel codes`: the meaning of a vendor code. The meaning of a number depends on the family. */
export const listCodes = (
  host: CodesHost,
  { code, family, json = false }: CodesOptions,
): number => {
  if (family !== undefined && !families.some((known) => known === family))
    throw wrongUsage(`no family is named ${family}; there are ${families.join(', ')}`)
  const rows = everyCode().filter(
    (row) =>
      (code === undefined || String(row.code) === code) &&
      (family === undefined || row.families.some((known) => known === family)),
  )
  if (json) writeJson(host.stdout, rows)
  else if (rows.length > 0)
    host.stdout.write(
      code === undefined ? tableOf(rows, host) : rows.map((row) => pageOf(row, host)).join('\n'),
    )
  if (rows.length > 0) return exitCodes.ok
  const where = family === undefined ? 'in the table' : `in the table of ${family}`
  host.stderr.write(
    `lockpanel: ${code} is not ${where}; the message of the cloud may be more specific\n`,
  )
  return exitCodes.failed
}

/** Every code of the cloud and of the container. */
export const everyCode = (): readonly CodeRow[] => [
  ...cloudCodes.flatMap((code) => {
    const known = cloudCode(code)
    return known === undefined
      ? []
      : [{ code, of: 'cloud' as const, families: familiesOf(code), ...known }]
  }),
  ...[...containerCodes]
    .sort((a, b) => a - b)
    .flatMap((code) => {
      const known = containerCode(code)
      return known === undefined
        ? []
        : [{ code, of: 'container' as const, families: throughContainer, ...known }]
    }),
]

/** With a native host the app's gateway signs and counts, so its codes do not occur in a panel. */
const familiesOf = (code: number): readonly Family[] => {
  const known = vendorCode('open-api', code)
  return families.filter((family) => vendorCode(family, code).meaning === known.meaning)
}

const tableOf = (rows: readonly CodeRow[], { stdout, env }: CodesHost): string => {
  const colours = coloursFor(stdout, env)
  const advice = new Map(
    rows.map((row) => [`${row.of} ${row.class}`, [row.of, row.class, row.advice]]),
  )
  return [
    drawColumns(
      rows.map((row) => [String(row.code), row.of, row.class, row.meaning]),
      stdout,
    ),
    `\n${colours.bold('What to do')}\n`,
    drawColumns([...advice.values()], stdout),
  ].join('')
}

const pageOf = (
  { code, of, families: known, class: codeClass, meaning, advice }: CodeRow,
  { stdout }: CodesHost,
): string => {
  const rows = [
    ['class', codeClass],
    ['advice', advice],
    ['of', `${of}, in ${known.join(', ')}`],
  ]
  return wrapText(`${code}: ${meaning}`, stdout) + drawColumns(rows, stdout)
}
