import type { Subscription } from 'rxjs'
import type { MovableClock } from '../../simulator'

type Run = (...args: readonly unknown[]) => void

/** The timers of a host, by a clock that a test moves: numbers as handles, and no less than a millisecond. */
export const virtualTimers = ({ scheduler }: MovableClock) => {
  const running = new Map<number, Subscription>()
  let last = 0

  const start = (run: Run, ms: number | undefined, args: readonly unknown[], repeats: boolean) => {
    last++
    const handle = last
    const delayMs = Math.max(1, ms ?? 0)
    const plan = () => {
      running.set(handle, scheduler.schedule(fire, delayMs))
    }
    const fire = () => {
      running.delete(handle)
      if (repeats) plan()
      run(...args)
    }
    plan()
    return handle
  }
  const stop = (handle: number | undefined) => {
    running.get(handle ?? 0)?.unsubscribe()
    running.delete(handle ?? 0)
  }

  return {
    /** How many have not fired yet. */
    count: () => running.size,
    globals: {
      setTimeout: (run: Run, ms?: number, ...args: readonly unknown[]) =>
        start(run, ms, args, false),
      setInterval: (run: Run, ms?: number, ...args: readonly unknown[]) =>
        start(run, ms, args, true),
      clearTimeout: stop,
      clearInterval: stop,
    },
  }
}
