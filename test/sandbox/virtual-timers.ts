import type { Subscription } from 'rxjs'
import type { MovableClock } from '../../simulator'

type Run = (...args: readonly unknown[]) => void

/** The timers of a host on a clock that the test advances: handles are numbers, delays at least 1 ms. */
export const virtualTimers = (clock: MovableClock) => {
  const running = new Map<number, Subscription>()
  let last = 0

  const start = (run: Run, ms: number | undefined, args: readonly unknown[], repeats: boolean) => {
    last++
    const handle = last
    const delayMs = Math.max(1, ms ?? 0)
    const plan = () => {
      running.set(handle, clock.schedule(fire, delayMs))
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
    /** The number of timers that have not fired. */
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
