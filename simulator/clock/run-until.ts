import type { ScheduledWork } from './scheduled-work'

/**
 * The options of `clock.runUntil`.
 *
 * @example
 * ```ts
 * const options: RunUntilOptions = { withinMs: 60_000 }
 * const { reportedBy } = await clock.runUntil(frontDoor.unlock().done, options)
 * ```
 */
export interface RunUntilOptions {
  /** The longest time that the clock may advance, in milliseconds. @default 600000, ten minutes */
  readonly withinMs?: number
}

/** The part of a clock that `runUntil` uses. */
export interface ClockControl {
  now(): number
  /** The scheduled work that is due first. */
  next(): ScheduledWork | undefined
  advanceTo(timeMs: number): void
}

const DEFAULT_WITHIN_MS = 600_000
/** Work outside the clock, such as loading the cryptography, gets real time before the clock advances past it. */
const SPEED = 200
/** In turns of the event loop, each at least one millisecond. */
const LONGEST_PAUSE = 50
/** How long a promise may be pending while no work is scheduled. */
const IDLE_LIMIT = 2_000

/** Advances the clock from one scheduled work to the next until a promise has settled. */
export const runUntil = async <T>(
  clock: ClockControl,
  promise: PromiseLike<T>,
  { withinMs = DEFAULT_WITHIN_MS }: RunUntilOptions = {},
): Promise<T> => {
  if (typeof promise?.then !== 'function')
    throw new TypeError('runUntil failed: pass a promise, such as `attempt.done`')
  if (!Number.isInteger(withinMs) || withinMs < 0)
    throw new RangeError('runUntil failed: `withinMs` must be a whole number of milliseconds')
  const endsAtMs = clock.now() + withinMs
  let isSettled = false
  const settle = () => {
    isSettled = true
  }
  promise.then(settle, settle)

  while (true) {
    const next = clock.next()
    const pause = next === undefined ? IDLE_LIMIT : pauseBefore(next.dueAtMs - clock.now())
    for (let turns = 0; turns < pause && !isSettled && clock.next() === next; turns++)
      await nextTurn()
    if (isSettled) return promise
    if (clock.next() !== next) continue
    if (next === undefined)
      throw new Error(
        'runUntil failed: the promise is pending and no work is scheduled. Pass this clock to the panel and to `lock`.',
      )
    clock.advanceTo(Math.min(next.dueAtMs, endsAtMs))
    if (next.dueAtMs > endsAtMs)
      throw new Error(`runUntil failed: the promise is pending after ${withinMs} ms.`)
  }
}

const pauseBefore = (waitMs: number): number =>
  Math.min(Math.max(1, Math.ceil(waitMs / SPEED)), LONGEST_PAUSE)

const nextTurn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))
