/** Above the size from which V8 moves memory, which is a step; the largest input is below the limit of an answer. */
const SIZE = 32_000
const FACTOR = 16
const ROUNDS = 3

/**
 * How many times as long a reading takes with 16 times the input. A round reads the small input 16 times, which takes as
 * long as the large one if the work is linear, so a busy machine delays both. The lowest ratio of the rounds counts.
 */
export const growthOf = async (prepare: (size: number) => () => unknown): Promise<number> => {
  const small = prepare(SIZE)
  const large = prepare(SIZE * FACTOR)
  // The first run compiles.
  await small()
  let lowest = Number.POSITIVE_INFINITY
  for (let round = 0; round < ROUNDS; round++) {
    const smallMs = (await durationMs(small, FACTOR)) / FACTOR
    lowest = Math.min(lowest, (await durationMs(large, 1)) / smallMs)
  }
  return lowest
}

const durationMs = async (read: () => unknown, times: number): Promise<number> => {
  const startMs = performance.now()
  for (let time = 0; time < times; time++) await read()
  return performance.now() - startMs
}
