/** One thing to measure; it may return a promise. */
export type Candidate = () => unknown

export interface Rounds {
  readonly rounds: number
  /** Long enough that the clock's grain does not count. */
  readonly batchMs: number
  /** No round begins later than this, but for the first five. */
  readonly limitMs: number
}

const LEAST_ROUNDS = 5
const WARM_UP_RUNS = 50
const WARM_UP_MS = 300
/** A shorter run is measured as this long. */
const LEAST_MS = 0.0001

const processorMs = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

/** Milliseconds of processor time a run. Nothing awaits a candidate that returns no promise: an await takes longer than decoding a small answer. */
const timeOf = async (run: Candidate, times: number): Promise<number> => {
  const startedAt = processorMs()
  const first = run()
  if (first instanceof Promise) {
    await first
    for (let i = 1; i < times; i++) await run()
  } else for (let i = 1; i < times; i++) run()
  return (processorMs() - startedAt) / times
}

/** Warms a candidate up, and returns how many runs make a batch. */
const batchOf = async (run: Candidate, batchMs: number): Promise<number> => {
  const firstMs = await timeOf(run, 1)
  const runs = Math.max(
    1,
    Math.min(WARM_UP_RUNS, Math.floor(WARM_UP_MS / Math.max(firstMs, LEAST_MS))),
  )
  await timeOf(run, runs)
  const runMs = Math.max(await timeOf(run, Math.ceil(runs / 2)), LEAST_MS)
  return Math.max(1, Math.round(batchMs / runMs))
}

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/**
 * How much longer each candidate takes than the first, as the median over rounds in which all of them ran once side by
 * side: a machine that is busy with something else slows them all, and the ratio stays.
 */
export const ratios = async <Name extends string>(
  candidates: Readonly<Record<Name, Candidate>>,
  { rounds, batchMs, limitMs }: Rounds,
): Promise<Readonly<Record<Name, number>>> => {
  const names = Object.keys(candidates) as Name[]
  const batches = new Map<Name, number>()
  for (const name of names) batches.set(name, await batchOf(candidates[name], batchMs))
  const measured = new Map<Name, number[]>(names.map((name) => [name, []]))
  const lastAt = performance.now() + limitMs
  for (let round = 0; round < rounds; round++) {
    if (round >= LEAST_ROUNDS && performance.now() > lastAt) break
    // Each round begins with another one.
    const order = names.map((_, index) => names[(index + round) % names.length] as Name)
    const took = new Map<Name, number>()
    for (const name of order) took.set(name, await timeOf(candidates[name], batches.get(name) ?? 1))
    const first = took.get(names[0] as Name) ?? 1
    for (const name of names) measured.get(name)?.push((took.get(name) ?? 0) / first)
  }
  return Object.fromEntries(
    names.map((name) => [name, median(measured.get(name) ?? [])]),
  ) as Record<Name, number>
}
