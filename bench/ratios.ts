/** One thing to measure; it may return a promise. */
export type Candidate = () => unknown

export interface Rounds {
  readonly rounds: number
  /** Long enough that the clock's grain does not count. */
  readonly batchMs: number
}

/** Nothing awaits a candidate that returns no promise: an await takes longer than decoding a small answer. */
const timeOf = async (run: Candidate, times: number): Promise<number> => {
  const startedAt = performance.now()
  if (run() instanceof Promise) for (let i = 1; i < times; i++) await run()
  else for (let i = 1; i < times; i++) run()
  return (performance.now() - startedAt) / times
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/**
 * How much longer each candidate takes than the first, as the median over rounds in which all of them ran once side by
 * side: a machine that is busy with something else slows them all, and the ratio stays.
 */
export const ratios = async <Name extends string>(
  candidates: Readonly<Record<Name, Candidate>>,
  { rounds, batchMs }: Rounds,
): Promise<Readonly<Record<Name, number>>> => {
  const names = Object.keys(candidates) as Name[]
  const times = new Map<Name, number>()
  for (const name of names) {
    await timeOf(candidates[name], 50)
    times.set(name, Math.max(1, Math.round(batchMs / (await timeOf(candidates[name], 20)))))
  }
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < rounds; round++) {
    // Each round begins with another one.
    const order = names.map((_, index) => names[(index + round) % names.length] as Name)
    const took = new Map<Name, number>()
    for (const name of order) took.set(name, await timeOf(candidates[name], times.get(name) ?? 1))
    const first = took.get(names[0] as Name) ?? 1
    for (const name of names) measured.get(name)?.push((took.get(name) ?? 0) / first)
  }
  return Object.fromEntries(
    names.map((name) => [name, median(measured.get(name) ?? [])]),
  ) as Record<Name, number>
}
