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

/** The report of a folder with the mutants that were tried again. */
export const withRetried = (report: StrykerReport, retried: StrykerReport): StrykerReport => ({
  files: Object.fromEntries(
    Object.entries(report.files).map(([file, { source, mutants }]) => {
      const latest = new Map(retried.files[file]?.mutants.map((each) => [keyOf(each), each]))
      return [
        file,
        { source, mutants: mutants.map((mutant) => latest.get(keyOf(mutant)) ?? mutant) },
      ]
    }),
  ),
})

const keyOf = ({ location, replacement }: StrykerMutant): string =>
  JSON.stringify([location, replacement])

/** Where Stryker finds the mutants that no test noticed, in the form of its option `mutate`. */
export const unnoticedPlaces = ({ files }: StrykerReport): readonly string[] =>
  Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => status === 'Survived' || status === 'NoCoverage')
      .map(({ location: { start, end } }) => `${file}:${placeOf(start)}-${placeOf(end)}`),
  )

// Columns count from one in a report, and from zero in the option.
const placeOf = ({ line, column }: Place): string => `${line}:${column - 1}`

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
