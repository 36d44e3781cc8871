import type { MovableClock } from '../../../simulator'

const STEP_MS = 100
/** No flow waits longer for anything. */
const LONGEST_MS = 10 * 60_000

export type Outcome<T> = { readonly value: T } | { readonly error: unknown }

/** Lets everything run that waits for no clock. */
export const flush = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** Moves a clock on, in small steps, until a promise has settled; tells how. */
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
    if (passedMs >= withinMs) throw new Error(`it still runs after ${withinMs} ms`)
    clock.advance(STEP_MS)
    await flush()
  }
  return outcome
}

/** What a promise gives, on a clock that is moved on for it. */
export const settle = async <T>(clock: MovableClock, promise: PromiseLike<T>): Promise<T> => {
  const outcome = await outcomeOf(clock, promise)
  if ('error' in outcome) throw outcome.error
  return outcome.value
}

/** What a promise fails with, on a clock that is moved on for it. */
export const failureOf = async (clock: MovableClock, promise: PromiseLike<unknown>) => {
  const outcome = await outcomeOf(clock, promise)
  if ('value' in outcome) throw new Error(`it gave ${JSON.stringify(outcome.value)}`)
  return outcome.error
}

/** Moves a clock on in small steps. */
export const pass = async (clock: MovableClock, ms: number): Promise<void> => {
  await flush()
  for (let passedMs = 0; passedMs < ms; passedMs += STEP_MS) {
    clock.advance(Math.min(STEP_MS, ms - passedMs))
    await flush()
  }
}
