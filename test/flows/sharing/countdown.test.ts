import { take } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { createClock } from '../../../simulator'
import { invitationOf } from '../../../src/flows/sharing/invitation'
import { countedScheduler } from '../support/counted'
import { START_MS } from '../support/flow-harness'

const startedWith = (expire_time: number) => {
  const clock = createClock({ startMs: START_MS, frozen: true })
  const timers = { now: 0 }
  const scheduler = countedScheduler(clock.scheduler, timers)
  const answer = { sharing_id: '1', sharing_ticket: 'ticket', expire_time }
  return { clock, timers, invitation: invitationOf(answer, scheduler) }
}

const listen = ({ invitation }: Pick<ReturnType<typeof startedWith>, 'invitation'>) => {
  const told: (number | 'end')[] = []
  const subscription = invitation.countdown$.subscribe({
    next: (left) => told.push(left),
    complete: () => told.push('end'),
  })
  return { told, subscription }
}

describe('the countdown of an invitation', () => {
  it('is told at once, then each second, down to 0, which ends it', () => {
    const on = startedWith(3)
    const { told } = listen(on)
    expect(told).toEqual([3])
    on.clock.advance(999)
    expect(told).toEqual([3])
    on.clock.advance(1)
    expect(told).toEqual([3, 2])
    on.clock.advance(1_000)
    on.clock.advance(1_000)
    expect(told).toEqual([3, 2, 1, 0, 'end'])
    expect(on.timers.now).toBe(0)
  })

  it('counts from the receipt of the answer, not from the first listener', () => {
    const on = startedWith(300)
    on.clock.advance(60_000)
    expect(listen(on).told).toEqual([240])
  })

  it('emits at the full second, for every time of subscription', () => {
    const on = startedWith(10)
    const early = listen(on)
    on.clock.advance(2_300)
    const late = listen(on)
    expect(late.told).toEqual([8])
    on.clock.advance(700)
    expect(late.told).toEqual([8, 7])
    expect(early.told.at(-1)).toBe(7)
  })

  it('leaves no timer to those who stop listening, and goes on for the others', () => {
    const on = startedWith(10)
    const one = listen(on)
    const other = listen(on)
    expect(on.timers.now).toBe(2)
    one.subscription.unsubscribe()
    expect(on.timers.now).toBe(1)
    on.clock.advance(1_000)
    expect([one.told, other.told]).toEqual([[10], [10, 9]])
    other.subscription.unsubscribe()
    expect(on.timers.now).toBe(0)
  })

  it('stops for a subscriber that unsubscribes at the first value', () => {
    const on = startedWith(10)
    on.invitation.countdown$.pipe(take(1)).subscribe()
    expect(on.timers.now).toBe(0)
  })

  it('is over at once where the time is over', () => {
    expect(listen(startedWith(0)).told).toEqual([0, 'end'])
    expect(listen(startedWith(-12)).told).toEqual([0, 'end'])
    const on = startedWith(5)
    on.clock.advance(60_000)
    expect(listen(on).told).toEqual([0, 'end'])
  })

  it('leaves out the seconds in which the phone slept, and tells none twice', () => {
    let nowMs = START_MS
    const work: (() => void)[] = []
    const scheduler = {
      now: () => nowMs,
      schedule: (next: () => void) => {
        work.push(next)
        return { unsubscribe: () => {} }
      },
    }
    const told: number[] = []
    invitationOf(
      { sharing_id: '1', sharing_ticket: 't', expire_time: 10 },
      scheduler,
    ).countdown$.subscribe((left) => told.push(left))
    const wakeAt = (ms: number) => {
      nowMs = START_MS + ms
      work.shift()?.()
    }
    // A little early, then on time, then seconds late, then after somebody set the clock back.
    for (const ms of [999, 1_000, 6_400, 3_000, 7_000, 12_000]) wakeAt(ms)
    expect(told).toEqual([10, 9, 4, 3, 0])
    expect(work).toEqual([])
  })
})
