/** One thing to measure; it may be a promise. */
export type Candidate = () => unknown

const ROUNDS = 31
/** Long enough that the clock's grain does not count. */
const BATCH_MS = 8

const timeOf = async (run: Candidate, times: number): Promise<number> => {
  const startedAt = performance.now()
  for (let i = 0; i < times; i++) await run()
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
): Promise<Readonly<Record<Name, number>>> => {
  const names = Object.keys(candidates) as Name[]
  const times = new Map<Name, number>()
  for (const name of names) {
    await timeOf(candidates[name], 200)
    times.set(name, Math.max(1, Math.round(BATCH_MS / (await timeOf(candidates[name], 50)))))
  }
  const rounds = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = 0; round < ROUNDS; round++) {
    // Each round begins with another one.
    const order = names.map((_, index) => names[(index + round) % names.length] as Name)
    const took = new Map<Name, number>()
    for (const name of order) took.set(name, await timeOf(candidates[name], times.get(name) ?? 1))
    const first = took.get(names[0] as Name) ?? 1
    for (const name of names) rounds.get(name)?.push((took.get(name) ?? 0) / first)
  }
  return Object.fromEntries(names.map((name) => [name, median(rounds.get(name) ?? [])])) as Record<
    Name,
    number
  >
}
