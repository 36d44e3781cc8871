import fc from 'fast-check'
import { Subscription, VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import type { Clock } from '../../src/core/clock'
import { createSharedTimer } from '../../src/core/pipeline/shared-timer'

/** Adds entries at their times, removes some, and returns what ran and when. */
const ran = (entries: readonly Planned[], clockOf: (base: Clock) => Clock): readonly string[] => {
  const base = new VirtualTimeScheduler(undefined, Number.POSITIVE_INFINITY)
  const clock = clockOf(base)
  const log: string[] = []
  entries.forEach(({ addAt, delayMs, removeAt, next }, index) => {
    base.schedule(() => {
      const added = clock.schedule(() => {
        log.push(`${index} at ${base.now()}`)
        if (next !== undefined)
          clock.schedule(() => log.push(`after ${index} at ${base.now()}`), next)
      }, delayMs)
      if (removeAt !== undefined) base.schedule(() => added.unsubscribe(), removeAt)
    }, addAt)
  })
  base.flush()
  return log
}

interface Planned {
  readonly addAt: number
  readonly delayMs: number
  readonly removeAt: number | undefined
  readonly next: number | undefined
}

const delays = fc.oneof(fc.constantFrom(0, 10_000, 30_000), fc.integer({ min: 0, max: 40_000 }))
const planned = fc.record<Planned>({
  addAt: fc.integer({ min: 1, max: 20_000 }),
  delayMs: delays,
  // Never at the moment when an entry is due, where either order is right.
  removeAt: fc.option(
    fc.integer({ min: 1, max: 40_000 }).map((ms) => ms + 0.5),
    { nil: undefined },
  ),
  next: fc.option(delays, { nil: undefined }),
})

/** A clock whose time can be set, as a phone's; its timers do not notice. */
const settableClock = () => {
  const base = new VirtualTimeScheduler(undefined, Number.POSITIVE_INFINITY)
  let skewMs = 0
  const timers = { open: 0, most: 0, started: 0 }
  const clock: Clock = {
    now: () => base.now() + skewMs,
    schedule: (work, delayMs) => {
      timers.started++
      timers.open++
      timers.most = Math.max(timers.most, timers.open)
      const ended = new Subscription(() => {
        timers.open--
      })
      const timer = base.schedule(() => {
        ended.unsubscribe()
        work()
      }, delayMs)
      ended.add(timer)
      return ended
    },
  }
  return { base, clock, timers, set: (byMs: number) => (skewMs += byMs) }
}

describe('a shared timer', () => {
  it('runs the same entries at the same times as its clock would', () => {
    fc.assert(
      fc.property(fc.array(planned, { maxLength: 30 }), (entries) => {
        const shared = ran(entries, createSharedTimer)
        const alone = ran(entries, (clock) => clock)
        expect([...shared].sort()).toEqual([...alone].sort())
      }),
      { numRuns: 300 },
    )
  })

  it('has one timer for 10,000 entries, and none without entries', () => {
    const { base, clock, timers } = settableClock()
    const shared = createSharedTimer(clock)
    const added = Array.from({ length: 10_000 }, (_, index) =>
      shared.schedule(() => undefined, index % 2 === 0 ? 10_000 : 30_000),
    )
    expect(timers).toEqual({ open: 1, most: 1, started: 1 })
    for (const entry of added) entry.unsubscribe()
    expect(timers.open).toBe(0)
    shared.schedule(() => undefined, 10_000)
    base.flush()
    expect(timers.open).toBe(0)
  })

  it('ends no entry early by more than a late timer, and none late, when the clock is set', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -90_000_000, max: 90_000_000 }),
        fc.integer({ min: 0, max: 29_999 }),
        (byMs, atMs) => {
          const { base, clock, set } = settableClock()
          const shared = createSharedTimer(clock)
          const ends: number[] = []
          shared.schedule(() => ends.push(base.now()), 30_000)
          base.schedule(() => {
            set(byMs)
            shared.schedule(() => ends.push(base.now()), 30_000)
          }, atMs)
          base.flush()
          const [first = 0, second = 0] = ends
          expect(first).toBeGreaterThanOrEqual(20_000)
          expect(first).toBeLessThanOrEqual(30_000)
          expect(second - atMs).toBeGreaterThanOrEqual(20_000)
          expect(second - atMs).toBeLessThanOrEqual(30_000)
        },
      ),
    )
  })
})
