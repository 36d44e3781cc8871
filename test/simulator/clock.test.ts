import { interval, take, timer } from 'rxjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClock } from '../../simulator'

describe('a frozen clock', () => {
  const frozen = () => createClock({ startMs: 1_000, frozen: true })

  it('moves only when advance is called', () => {
    const clock = frozen()
    expect(clock.now()).toBe(1_000)
    clock.advance(250)
    expect(clock.now()).toBe(1_250)
    expect(clock.now()).toBe(1_250)
  })

  it('runs due work in order, each item at its own time', () => {
    const clock = frozen()
    const ran: [string, number][] = []
    const note = (name: string) => () => ran.push([name, clock.now()])
    clock.schedule(note('late'), 300)
    clock.schedule(note('early'), 100)
    clock.schedule(note('as early'), 100)
    clock.schedule(note('too late'), 301)
    clock.advance(300)
    expect(ran).toEqual([
      ['early', 1_100],
      ['as early', 1_100],
      ['late', 1_300],
    ])
  })

  it('runs work that other work schedules within the same advance', () => {
    const clock = frozen()
    const ticks: number[] = []
    interval(100, clock)
      .pipe(take(3))
      .subscribe((tick) => ticks.push(tick))
    clock.advance(250)
    expect(ticks).toEqual([0, 1])
    clock.advance(50)
    expect(ticks).toEqual([0, 1, 2])
  })

  it('does not run cancelled work', () => {
    const clock = frozen()
    let ran = false
    timer(100, clock)
      .subscribe(() => {
        ran = true
      })
      .unsubscribe()
    clock.advance(200)
    expect(ran).toBe(false)
  })

  it('runs the remaining work after work that throws', () => {
    const clock = frozen()
    let ran = false
    clock.schedule(() => {
      throw new Error('broken work')
    }, 10)
    clock.schedule(() => {
      ran = true
    }, 20)
    expect(() => clock.advance(30)).toThrow('broken work')
    clock.advance(10)
    expect(ran).toBe(true)
  })

  it('runs work without a delay asynchronously, without an advance', async () => {
    const clock = frozen()
    await new Promise<void>((resolve) => clock.schedule(() => resolve()))
    expect(clock.now()).toBe(1_000)
  })

  it('rounds a fractional delay up to whole milliseconds', () => {
    const clock = frozen()
    const ran: number[] = []
    clock.schedule(() => ran.push(clock.now()), 99.3)
    clock.advance(99)
    expect(ran).toEqual([])
    clock.advance(1)
    expect(ran).toEqual([1_100])
  })

  it('throws for a negative or fractional advance', () => {
    expect(() => frozen().advance(-1)).toThrow(RangeError)
    expect(() => frozen().advance(0.5)).toThrow(RangeError)
  })
})

describe('a running clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 50_000 })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('starts at the real time and follows it', () => {
    const clock = createClock()
    expect(clock.now()).toBe(50_000)
    vi.advanceTimersByTime(20)
    expect(clock.now()).toBe(50_020)
  })

  it('runs work when the real time reaches it', () => {
    const clock = createClock({ startMs: 0 })
    const ran: number[] = []
    for (const dueMs of [300, 100]) clock.schedule(() => ran.push(clock.now()), dueMs)
    vi.advanceTimersByTime(299)
    expect(ran).toEqual([100])
    vi.advanceTimersByTime(1)
    expect(ran).toEqual([100, 300])
  })

  it('can be advanced beyond the real time, and continues from there', () => {
    const clock = createClock({ startMs: 0 })
    const ran: number[] = []
    for (const dueMs of [3_600_000, 3_600_050]) clock.schedule(() => ran.push(clock.now()), dueMs)
    clock.advance(3_600_000)
    expect(ran).toEqual([3_600_000])
    vi.advanceTimersByTime(50)
    expect(ran).toEqual([3_600_000, 3_600_050])
  })

  it('supports delays longer than the longest host timer', () => {
    const clock = createClock({ startMs: 0 })
    const fortyDaysMs = 40 * 86_400_000
    let ran = false
    clock.schedule(() => {
      ran = true
    }, fortyDaysMs)
    vi.advanceTimersByTime(fortyDaysMs - 1)
    expect(ran).toBe(false)
    vi.advanceTimersByTime(1)
    expect(ran).toBe(true)
  })

  it('keeps no host timer when no work is scheduled', () => {
    const clock = createClock()
    clock.schedule(() => undefined, 1_000).unsubscribe()
    expect(vi.getTimerCount()).toBe(0)
  })
})
