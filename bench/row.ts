import type { Candidate } from './ratios'

/** One figure of the benchmark. All of them are "the lower the better". */
export interface Row {
  readonly name: string
  /** What the product must reach; the second where the engine has no JIT. */
  readonly target: number
  readonly targetWithoutJit?: number
}

/** How much longer the product takes than the reference. */
export interface RatioRow extends Row {
  readonly reference: Candidate
  readonly product: Candidate
  /** Measured in the same rounds, for comparison. */
  readonly peers?: Readonly<Record<string, Candidate>>
}

/** A figure that the row measures itself. */
export interface FigureRow extends Row {
  readonly measure: () => number | Promise<number>
}

/** Rows that are measured in a process of their own, because the code of others changes how the engine compiles theirs. */
export interface Topic {
  readonly rows: () => readonly AnyRow[] | Promise<readonly AnyRow[]>
  /** It uses `fetch`, whose parser of HTTP is WebAssembly, which an engine without JIT does not have. */
  readonly needsJit?: true
  /** It takes too long for a quick run. */
  readonly isLong?: true
}

type AnyRow = RatioRow | FigureRow

export interface Result {
  readonly name: string
  readonly value: number
  readonly target: number
  readonly reached: boolean
  readonly peers?: Readonly<Record<string, number>>
}
