import type { Unsubscribable } from 'rxjs'
import type { Clock } from '../clock'

class Entry implements Unsubscribable {
  constructor(
    readonly dueAt: number,
    readonly delayMs: number,
    readonly work: () => void,
    private readonly remove: (entry: Entry) => boolean,
  ) {}

  unsubscribe(): void {
    this.remove(this)
  }
}

/** The first entry often has a longer delay than the ones after it, so the timer is set to at most this. */
const MAX_WAIT_MS = 5_000
/** Most calls have one of a few delays; only beyond these is an empty set dropped. */
const KEPT_DELAYS = 8

/**
 * A clock that serves all its entries with one timer of another clock, because a call has two time limits and rarely
 * reaches one. Entries run at their time; without entries there is no timer. A delay of `Infinity` never ends. A clock
 * that is set while entries wait neither ends nor stops them.
 */
export const createSharedTimer = (clock: Clock): Clock => {
  /** By delay: entries of one delay are due in the order in which they were added. */
  const entries = new Map<number, Set<Entry>>()
  let count = 0
  let timer: ReturnType<Clock['schedule']> | undefined
  let timerAt = Number.POSITIVE_INFINITY
  /** Only goes forward, and no further than a late timer: a longer step means that the clock was set. */
  let elapsedMs = 0
  let readAt = clock.now()

  const readElapsed = (): number => {
    const now = clock.now()
    elapsedMs += Math.min(Math.max(0, now - readAt), 2 * MAX_WAIT_MS)
    readAt = now
    return elapsedMs
  }
  const stop = () => {
    timer?.unsubscribe()
    timer = undefined
    timerAt = Number.POSITIVE_INFINITY
  }
  const startFor = ({ dueAt }: Entry) => {
    const at = Math.min(dueAt, elapsedMs + MAX_WAIT_MS)
    if (at >= timerAt) return
    stop()
    timerAt = at
    timer = clock.schedule(runDue, Math.max(0, at - elapsedMs))
  }
  const remove = (entry: Entry): boolean => {
    const sameDelay = entries.get(entry.delayMs)
    if (sameDelay?.delete(entry) !== true) return false
    count--
    if (sameDelay.size === 0 && entries.size > KEPT_DELAYS) entries.delete(entry.delayMs)
    if (count === 0) stop()
    return true
  }
  const runDue = () => {
    elapsedMs = Math.max(readElapsed(), timerAt)
    stop()
    for (const entry of dueIn(entries, elapsedMs)) if (remove(entry)) entry.work()
    for (const [first] of entries.values()) if (first !== undefined) startFor(first)
  }

  return {
    now: () => clock.now(),
    schedule: (work, delayMs) => {
      if (delayMs === Number.POSITIVE_INFINITY) return { unsubscribe: () => undefined }
      const entry = new Entry(readElapsed() + delayMs, delayMs, work, remove)
      const sameDelay = entries.get(delayMs)
      if (sameDelay === undefined) entries.set(delayMs, new Set([entry]))
      else sameDelay.add(entry)
      count++
      startFor(entry)
      return entry
    },
  }
}

/** Of two entries that are due at once, the one with the longer delay was added first. */
const dueIn = (entries: ReadonlyMap<number, Set<Entry>>, elapsedMs: number): readonly Entry[] => {
  const due: Entry[] = []
  for (const sameDelay of entries.values())
    for (const entry of sameDelay) {
      if (entry.dueAt > elapsedMs) break
      due.push(entry)
    }
  return due.sort((a, b) => a.dueAt - b.dueAt || b.delayMs - a.delayMs)
}
