import { take } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createClock } from '../../../simulator'
import { invitationOf } from '../../../src/flows/sharing/invitation'
import { countedScheduler } from '../support/counted'
import { START_MS } from '../support/flow-harness'

const invitationWith = (expire_time: number) => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const timers = { now: 0 }
  const scheduler = countedScheduler(clock, timers)
  const answer = { sharing_id: '1', sharing_ticket: 'ticket', expire_time }
  return {
    clock,
    timers,
    invitation: invitationOf(answer, { clock: scheduler, cloudNow: scheduler.now }),
  }
}

const observe = ({ invitation }: Pick<ReturnType<typeof invitationWith>, 'invitation'>) => {
  const emitted: (number | 'end')[] = []
  const subscription = invitation.countdown$.subscribe({
    next: (seconds) => emitted.push(seconds),
    complete: () => emitted.push('end'),
  })
  return { emitted, subscription }
}

describe('the countdown of an invitation', () => {
  it('emits immediately, then each second, and completes after 0', () => {
    const started = invitationWith(3)
    const { emitted } = observe(started)
    expect(emitted).toEqual([3])
    started.clock.advance(999)
    expect(emitted).toEqual([3])
    started.clock.advance(1)
    expect(emitted).toEqual([3, 2])
    started.clock.advance(1_000)
    started.clock.advance(1_000)
    expect(emitted).toEqual([3, 2, 1, 0, 'end'])
    expect(started.timers.now).toBe(0)
  })

  it('counts from the receipt of the answer, not from the first subscription', () => {
    const started = invitationWith(300)
    started.clock.advance(60_000)
    expect(observe(started).emitted).toEqual([240])
  })

  it('emits at the full second, for every time of subscription', () => {
    const started = invitationWith(10)
    const early = observe(started)
    started.clock.advance(2_300)
    const late = observe(started)
    expect(late.emitted).toEqual([8])
    started.clock.advance(700)
    expect(late.emitted).toEqual([8, 7])
    expect(early.emitted.at(-1)).toBe(7)
  })

  it('stops the timer of a subscriber that unsubscribes, and keeps the timer of another one', () => {
    const started = invitationWith(10)
    const first = observe(started)
    const second = observe(started)
    expect(started.timers.now).toBe(2)
    first.subscription.unsubscribe()
    expect(started.timers.now).toBe(1)
    started.clock.advance(1_000)
    expect([first.emitted, second.emitted]).toEqual([[10], [10, 9]])
    second.subscription.unsubscribe()
    expect(started.timers.now).toBe(0)
  })

  it('stops for a subscriber that unsubscribes at the first value', () => {
    const started = invitationWith(10)
    started.invitation.countdown$.pipe(take(1)).subscribe()
    expect(started.timers.now).toBe(0)
  })

  it('emits 0 and completes immediately if the invitation has expired', () => {
    expect(observe(invitationWith(0)).emitted).toEqual([0, 'end'])
    expect(observe(invitationWith(-12)).emitted).toEqual([0, 'end'])
    const started = invitationWith(5)
    started.clock.advance(60_000)
    expect(observe(started).emitted).toEqual([0, 'end'])
  })

  it('skips the seconds in which the phone slept, and emits no second twice', () => {
    let nowMs = START_MS
    const work: (() => void)[] = []
    const scheduler = {
      now: () => nowMs,
      schedule: (next: () => void) => {
        work.push(next)
        return { unsubscribe: () => {} }
      },
    }
    const emitted: number[] = []
    invitationOf(
      { sharing_id: '1', sharing_ticket: 't', expire_time: 10 },
      { clock: scheduler, cloudNow: scheduler.now },
    ).countdown$.subscribe((seconds) => emitted.push(seconds))
    const wakeAt = (ms: number) => {
      nowMs = START_MS + ms
      work.shift()?.()
    }
    // A timer that fires early, on time, seconds late, and after the clock was set back.
    for (const ms of [999, 1_000, 6_400, 3_000, 7_000, 12_000]) wakeAt(ms)
    expect(emitted).toEqual([10, 9, 4, 3, 0])
    expect(work).toEqual([])
  })
})
