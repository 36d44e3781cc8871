import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { realTime } from '../../src/core/clock'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('realTime uses the timers of the host, and clears a timer at unsubscribe', () => {
  const done: string[] = []
  realTime.schedule(() => done.push('first'), 100)
  realTime.schedule(() => done.push('second'), 100).unsubscribe()
  vi.advanceTimersByTime(100)
  expect(done).toEqual(['first'])
  expect(vi.getTimerCount()).toBe(0)
})

it.each([Number.POSITIVE_INFINITY, 2 ** 31, 2 ** 40])(
  'realTime does not fire early when the delay exceeds the timer limit: %d ms',
  (delayMs) => {
    const done: string[] = []
    realTime.schedule(() => done.push('ended'), delayMs)
    vi.advanceTimersByTime(60_000)
    expect(done).toEqual([])
  },
)
