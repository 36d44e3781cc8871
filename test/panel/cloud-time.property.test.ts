import fc from 'fast-check'
import { of } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { currentTime } from '../../actions/mini-program/timer'
import { createCloudTime } from '../../src/core/cloud-time'
import { createPanel } from '../../src/core/panel/create-panel'
import type { PanelEvent } from '../../src/core/pipeline/events'

const START_MS = Date.UTC(2026, 5, 1)
const DAY_MS = 86_400_000

const skews = fc.integer({ min: -800 * DAY_MS, max: 800 * DAY_MS })
/** The two halves of a request's duration, and the time until the next one. */
const exchanges = fc.array(fc.tuple(fc.nat(9_000), fc.nat(9_000), fc.nat(60_000)), {
  minLength: 1,
  maxLength: 20,
})
const units = fc.constantFrom<(ms: number) => unknown>(
  (ms) => ms,
  String,
  (ms) => Math.floor(ms / 1000),
)

/** A phone with another time than the cloud. */
const phoneWith = (skewMs: number) => {
  let cloudMs = START_MS
  const phoneMs = () => cloudMs - skewMs
  const time = createCloudTime(phoneMs)
  return {
    time,
    phoneMs,
    wait: (ms: number) => {
      cloudMs += ms
    },
    cloudMs: () => cloudMs,
    exchange: (sendMs: number, receiveMs: number, t: (ms: number) => unknown = (ms) => ms) => {
      const sentAtMs = phoneMs()
      cloudMs += sendMs
      const answered = t(cloudMs)
      cloudMs += receiveMs
      time.observe(answered, sentAtMs)
    },
  }
}

describe('the cloud time of a panel', () => {
  it('differs from the true one by less than half of the fastest answer, for every skew', () => {
    fc.assert(
      fc.property(skews, exchanges, units, (skewMs, answers, t) => {
        const phone = phoneWith(skewMs)
        for (const [sendMs, receiveMs, pauseMs] of answers) {
          phone.exchange(sendMs, receiveMs, t)
          phone.wait(pauseMs)
        }
        const fastestMs = Math.min(...answers.map(([sendMs, receiveMs]) => sendMs + receiveMs))
        const unitMs = String(t(START_MS)).length === 10 ? 1_000 : 0
        const errorMs = Math.abs((phone.time.read() ?? 0) - phone.cloudMs())
        // Around a skew of 0 there is no correction within the bounds.
        const isNearZero = Math.abs(skewMs) <= fastestMs + unitMs
        expect(errorMs).toBeLessThanOrEqual((fastestMs + unitMs) / (isNearZero ? 1 : 2) + 1)
      }),
    )
  })

  it('is the clock of the panel where no answer contradicts it', () => {
    fc.assert(
      fc.property(exchanges, units, (answers, t) => {
        const phone = phoneWith(0)
        for (const [sendMs, receiveMs, pauseMs] of answers) {
          phone.exchange(sendMs, receiveMs, t)
          phone.wait(pauseMs)
        }
        expect(phone.time.read()).toBe(phone.phoneMs())
      }),
    )
  })

  it('is unknown after values that are no time, and does not change by them', () => {
    const values = fc.oneof(
      fc.anything().filter((value) => typeof value !== 'number' && typeof value !== 'string'),
      fc.string().filter((text) => !/^\d{10,13}$/.test(text)),
      fc.constantFrom(0, -1, 1, Number.NaN, Number.POSITIVE_INFINITY, 1e15, 1_542_626_129_429),
    )
    fc.assert(
      fc.property(values, skews, (value, skewMs) => {
        const phone = phoneWith(skewMs)
        phone.exchange(1, 1, () => value)
        expect(phone.time.read()).toBeUndefined()
        phone.exchange(0, 0)
        phone.exchange(1, 1, () => value)
        expect(phone.time.read()).toBe(phone.cloudMs())
      }),
    )
  })

  it('ignores one contradicting answer, such as one from a cache, and believes the second', () => {
    const phone = phoneWith(DAY_MS)
    phone.exchange(10, 10)
    const before = phone.time.skewMs()
    phone.exchange(10, 10, (ms) => ms - 3_600_000)
    expect(phone.time.skewMs()).toBe(before)
    phone.exchange(10, 10)
    expect(phone.time.skewMs()).toBe(before)
    phone.exchange(10, 10, (ms) => ms - 3_600_000)
    phone.exchange(10, 10, (ms) => ms - 3_600_000)
    expect(Math.abs((phone.time.skewMs() ?? 0) - (DAY_MS - 3_600_000))).toBeLessThanOrEqual(10)
  })

  it('ignores an answer during which the clock of the phone was set back', () => {
    let nowMs = START_MS
    const time = createCloudTime(() => nowMs)
    nowMs -= DAY_MS
    time.observe(START_MS, START_MS)
    expect(time.read()).toBeUndefined()
  })
})

const panelWith = (body: (t: number) => unknown, skewMs: number) => {
  const clock = { now: () => START_MS, schedule: () => ({ unsubscribe: () => {} }) }
  const events: PanelEvent[] = []
  const panel = createPanel({
    actions: { currentTime },
    clock,
    transport: {
      name: 'fixed',
      families: ['mini-program'],
      send: () => of({ body: { value: body(START_MS + skewMs) } }),
    },
  })
  panel.events$.subscribe((event) => events.push(event))
  return { panel, events }
}

describe('panel.cloudTime', () => {
  it.each([
    ['a success', (t: number) => ({ success: true, result: 1, t })],
    ['a swapped envelope', (t: number) => ({ success: START_MS, result: true, t })],
    ['a refusal', (t: number) => ({ success: false, code: 1106, msg: 'no', t })],
    [
      'a refusal by errorCode',
      (t: number) => ({ errorCode: '1106', errorMsg: 'no', t: String(t) }),
    ],
  ])('reads the time of %s', async (_, body) => {
    const { panel } = panelWith(body, DAY_MS)
    expect(panel.cloudTime()).toBeUndefined()
    await panel.apiRequest('timer.currentTime').catch(() => {})
    expect(panel.cloudTime()).toBe(START_MS + DAY_MS)
  })

  it('reports a large difference of the clocks once, as the event clock-differs', async () => {
    const { panel, events } = panelWith((t) => ({ success: true, result: 1, t }), -DAY_MS)
    await panel.apiRequest('timer.currentTime')
    await panel.apiRequest('timer.currentTime')
    expect(events.filter(({ type }) => type === 'clock-differs')).toMatchObject([
      { skewMs: -DAY_MS, action: 'timer.currentTime' },
    ])
  })

  it('reports no difference of a minute', async () => {
    const { panel, events } = panelWith((t) => ({ success: true, result: 1, t }), 60_000)
    await panel.apiRequest('timer.currentTime')
    expect(events.filter(({ type }) => type === 'clock-differs')).toEqual([])
    expect(panel.cloudTime()).toBe(START_MS + 60_000)
  })
})
