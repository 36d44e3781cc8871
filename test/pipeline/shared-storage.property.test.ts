import fc from 'fast-check'
import { Observable, VirtualTimeScheduler } from 'rxjs'
import { describe, expect, it } from 'vitest'
import { TransportError } from '../../src/core/errors/transport-error'
import { createSyncWindow } from '../../src/core/pipeline/sync-window'
import { actionOf, callOf } from '../support/calls'
import { observed } from '../support/observed'

const WINDOW_MS = 5_000
const END_MS = 400_000

interface Sync {
  readonly panel: number
  readonly at: number
  readonly codes: string
  readonly takesMs: number
  readonly outcome: 'answer' | 'lost' | 'not-sent'
  /** How long the panel holds the window after the end of the request. */
  readonly heldMs: number
}

interface Sent {
  readonly startedAt: number
  readonly closesAt: number
}

const failureOf = (delivery: 'unknown' | 'not-sent') =>
  new TransportError({ action: 'test.sync' }, { delivery, reason: 'failed' })

/** Each panel has its own object over one store, as two pages that wrap `wx` have. */
const run = (syncs: readonly Sync[], panels: number) => {
  const scheduler = new VirtualTimeScheduler(undefined, END_MS)
  const stored = new Map<string, string>()
  const sent: Sent[] = []
  const ended: Sync[] = []
  const windows = Array.from({ length: panels }, () =>
    createSyncWindow(WINDOW_MS, scheduler, () => false, {
      get: (key: string) => stored.get(key),
      set: (key: string, value: string) => void stored.set(key, value),
    }),
  )
  const handlers = windows.map((window) =>
    observed(window.stage)(
      (call) =>
        new Observable((subscriber) => {
          const sync = JSON.parse(String(call.params.plan)) as Sync
          const startedAt = scheduler.now()
          call.progress.sent = true
          return scheduler.schedule(() => {
            const endsAt = scheduler.now()
            const isSent = sync.outcome !== 'not-sent'
            const closesAt = isSent ? endsAt + Math.max(WINDOW_MS, sync.heldMs) : endsAt
            sent.push({ startedAt, closesAt })
            if (isSent && sync.heldMs > 0) {
              const release = window.hold('door')
              scheduler.schedule(release, sync.heldMs)
            }
            if (sync.outcome === 'answer') subscriber.next({ distributed: true })
            else subscriber.error(failureOf(sync.outcome === 'lost' ? 'unknown' : sync.outcome))
            subscriber.complete()
          }, sync.takesMs)
        }),
    ),
  )
  for (const sync of syncs)
    scheduler.schedule(() => {
      const params = { device_id: 'door', codes: sync.codes, plan: JSON.stringify(sync) }
      const end = () => void ended.push(sync)
      handlers[sync.panel]?.(callOf({ action: actionOf.sync, params })).subscribe({
        error: end,
        complete: end,
      })
    }, sync.at)
  scheduler.flush()
  return { sent: sent.sort((a, b) => a.startedAt - b.startedAt), ended, scheduler }
}

const syncs = (panels: number) =>
  fc.array(
    fc.record<Sync>({
      panel: fc.nat(panels - 1),
      at: fc.nat(20_000),
      codes: fc.constantFrom('card', 'face', 'palm', ''),
      takesMs: fc.nat(14_000),
      outcome: fc.constantFrom('answer', 'answer', 'lost', 'not-sent'),
      heldMs: fc.constantFrom(0, 0, 3_000, 9_000),
    }),
    { minLength: 2, maxLength: 8 },
  )

const expectExclusive = (sent: readonly Sent[]) => {
  sent.forEach(({ startedAt }, index) => {
    if (index > 0) expect(startedAt).toBeGreaterThanOrEqual(sent[index - 1]?.closesAt ?? 0)
  })
}

const plain: Sync = {
  panel: 0,
  at: 0,
  codes: 'card',
  takesMs: 100,
  outcome: 'answer',
  heldMs: 0,
}

describe('the panels over one storage', () => {
  it.each([1, 2, 3])('never send within the window of another panel: %i panels', (panels) =>
    fc.assert(
      fc.property(syncs(panels), (plan) => {
        const { sent, ended } = run(plan, panels)
        expect(ended).toHaveLength(plan.length)
        expectExclusive(sent)
      }),
    ),
  )

  it.each([
    ['takes longer than the window', { takesMs: 8_000 }, 13_000],
    ['is answered late in the window', { takesMs: 3_000 }, 8_000],
    ['loses its answer', { takesMs: 3_000, outcome: 'lost' }, 8_000],
    ['is held by its panel', { heldMs: 9_000 }, 9_100],
  ] as const)('wait exactly for a request that %s', (_what, request, secondAt) => {
    const plan = [
      { ...plain, ...request },
      { ...plain, panel: 1, at: 1_000 },
    ]
    const { sent } = run(plan, 2)
    expect(sent[1]?.startedAt).toBeGreaterThanOrEqual(secondAt)
    expect(sent[1]?.startedAt).toBeLessThanOrEqual(secondAt + WINDOW_MS)
  })

  it('do not send together after they have waited for the same window', () => {
    const waiting = [1, 2].map((panel) => ({ ...plain, panel, at: 1_000 }))
    const { sent } = run([plain, ...waiting], 3)
    expect(sent.map(({ startedAt }) => startedAt)).toEqual([0, 5_100, 10_200])
  })

  it('have no timer left after the end of all windows', () => {
    const { scheduler } = run([{ ...plain, heldMs: 9_000 }], 2)
    expect(scheduler.now()).toBeLessThan(20_000)
  })
})
