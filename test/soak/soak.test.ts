import { beforeAll, describe, expect, it } from 'vitest'
import { createPanelLife, type PanelLife } from '../../scripts/soak/panel-life'
import { subscriptionCount } from '../../scripts/soak/sample'

const MINUTES = 5
const LIMIT_MS = 180_000

interface Held {
  readonly listeners: number
  readonly timers: number
  readonly subscriptions: number
}

describe('two panels with pages that open, use every flow among faults, and close', () => {
  let life: PanelLife
  const held: Held[] = []
  beforeAll(async () => {
    life = createPanelLife()
    for (let minute = 0; minute < MINUTES; minute++) {
      await life.minute()
      held.push({ ...life.open(), subscriptions: subscriptionCount() })
    }
    await life.close()
  }, LIMIT_MS)

  it('hold no listener and no timer between the pages', () => {
    for (const { listeners, timers } of held) expect([listeners, timers]).toEqual([0, 0])
  })

  it('hold as many subscriptions after the last page as after the second one', () => {
    // A timer of the simulated lock may still wait.
    const timersOfLock = 5
    expect(held.at(-1)?.subscriptions).toBeLessThanOrEqual(
      (held[1]?.subscriptions ?? 0) + timersOfLock,
    )
  })

  it('fail with the errors of the package only', () => {
    expect(life.outcomes.done).toBeGreaterThan(30 * MINUTES)
    expect(Object.keys(life.outcomes).filter((name) => name.startsWith('foreign'))).toEqual([])
  })
})
