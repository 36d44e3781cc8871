/** The part of Stryker's report that is kept (mutation-testing-report-schema, version 1). */
export interface StrykerReport {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: readonly StrykerMutant[] }>
  >
}

interface Place {
  readonly line: number
  readonly column: number
}

export interface StrykerMutant {
  readonly status: string
  readonly replacement: string
  readonly location: { readonly start: Place; readonly end: Place }
}

/** The mutants of a folder. */
export interface FolderResult {
  /** The share of the mutants that a test notices, in percent, with one decimal. */
  readonly score: number
  /** A test failed, or did not end. */
  readonly noticed: number
  /** Each as `file:line: code → change`. */
  readonly survivors: readonly string[]
  /** No test runs the code. */
  readonly unreached: readonly string[]
}

const MAX_SHOWN = 60

/** The result of a folder. Mutants that do not compile are not counted. */
export const resultOf = ({ files }: StrykerReport): FolderResult => {
  const mutants = Object.entries(files).flatMap(([file, { source, mutants }]) =>
    mutants.map((mutant) => ({ status: mutant.status, shown: shownOf(file, source, mutant) })),
  )
  const of = (...statuses: readonly string[]) =>
    mutants.filter(({ status }) => statuses.includes(status)).map(({ shown }) => shown)
  const noticed = of('Killed', 'Timeout').length
  const survivors = of('Survived')
  const unreached = of('NoCoverage')
  const tried = noticed + survivors.length + unreached.length
  const score = Math.round((noticed / Math.max(1, tried)) * 1_000) / 10
  return { score, noticed, survivors, unreached }
}

const shownOf = (
  file: string,
  source: string,
  { location: { start, end }, replacement }: StrykerMutant,
): string => {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  const code = lines
    .map((line, index) => (index === last ? line.slice(0, end.column - 1) : line))
    .map((line, index) => (index === 0 ? line.slice(start.column - 1) : line))
    .join('\n')
  return `${file}:${start.line}: ${short(code)} → ${short(replacement)}`
}

const short = (code: string): string => {
  const line = code.replace(/\s+/g, ' ').trim()
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN)}…` : line
}
