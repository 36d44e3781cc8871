import type { MovableClock } from '../../../simulator'

const STEP_MS = 100
/** Longer than any wait of a flow. */
const LONGEST_MS = 10 * 60_000

export type Outcome<T> = { readonly value: T } | { readonly error: unknown }

/** Lets all work run that does not wait for the clock. */
export const flush = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Advances a clock in small steps until a promise has settled, and returns its outcome. */
export const outcomeOf = async <T>(
  clock: MovableClock,
  promise: PromiseLike<T>,
  withinMs = LONGEST_MS,
): Promise<Outcome<T>> => {
  let outcome: Outcome<T> | undefined
  promise.then(
    (value) => {
      outcome = { value }
    },
    (error: unknown) => {
      outcome = { error }
    },
  )
  await flush()
  for (let passedMs = 0; outcome === undefined; passedMs += STEP_MS) {
    if (passedMs >= withinMs) throw new Error(`the promise is pending after ${withinMs} ms`)
    clock.advance(STEP_MS)
    await flush()
  }
  return outcome
}

/** Advances a clock until a promise has settled, and returns its value. */
export const settle = async <T>(clock: MovableClock, promise: PromiseLike<T>): Promise<T> => {
  const outcome = await outcomeOf(clock, promise)
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

/** Advances a clock until a promise has settled, and returns its error. */
export const failureOf = async (clock: MovableClock, promise: PromiseLike<unknown>) => {
  const outcome = await outcomeOf(clock, promise)
  if ('value' in outcome)
    throw new Error(`the promise resolved with ${JSON.stringify(outcome.value)}`)
  return outcome.error
}

/** Advances a clock in small steps. */
export const pass = async (clock: MovableClock, ms: number): Promise<void> => {
  await flush()
  for (let passedMs = 0; passedMs < ms; passedMs += STEP_MS) {
    clock.advance(Math.min(STEP_MS, ms - passedMs))
    await flush()
  }
}
