import { beforeEach, describe, expect, it, vi } from 'vitest'
import { seed } from '../../../simulator'
import type { Panel } from '../../../src/core/panel/panel'
import type { PanelOfLock } from '../../../src/flows/shared/lock-options'
import { countOf } from '../support/check-run'
import { createHarness, type FlowHarness } from '../support/flow-harness'
import { settle } from '../support/settle'

type Flows = typeof import('../../../src/entries/flows')

/** A second copy of the modules, as a program has them that loads the package by `import` and by `require`. */
const loadAgain = async (): Promise<Flows> => {
  vi.resetModules()
  return import('../../../src/entries/flows')
}

/** How a program may pass one panel to both copies. */
const wrappers: Readonly<Record<string, (panel: PanelOfLock) => PanelOfLock>> = {
  'the panel itself': (panel) => panel,
  'a spread panel': (panel) => ({ ...panel }),
  'a panel of its methods': ({ apiRequest, pages, find, holdSync, events$ }) => ({
    apiRequest,
    pages,
    find,
    holdSync,
    events$,
  }),
  'a panel with a wrapped apiRequest': (panel) => ({
    ...panel,
    apiRequest: (name: never, ...args: never) =>
      (panel.apiRequest as (...all: readonly unknown[]) => Promise<unknown>)(
        name,
        ...(args as readonly unknown[]),
      ),
  }),
  'a panel that inherits from it': (panel) => Object.create(panel as object) as PanelOfLock,
}

describe.each(Object.entries(wrappers))('two copies of the package over %s', (_name, wrap) => {
  let copies: readonly Flows[]
  let harness: FlowHarness

  const lockOf = ({ lock }: Flows, panel: PanelOfLock) =>
    lock(panel as Panel<never>, harness.deviceId, harness.options)

  beforeEach(async () => {
    copies = [await loadAgain(), await loadAgain()]
    harness = createHarness({ lock: seed.locks.frontDoor, families: ['mini-program'] })
  })

  it('send one unlock command for two taps', async () => {
    const [one, two] = copies as [Flows, Flows]
    expect(one.lock).not.toBe(two.lock)
    const first = lockOf(one, harness.panel).unlock()
    const second = lockOf(two, wrap(harness.panel)).unlock()
    const results = await Promise.all([
      settle(harness.clock, first.done),
      settle(harness.clock, second.done),
    ])
    expect(results[0]).toEqual(results[1])
    expect(countOf(harness.simulator.journal, 'unlock')).toBe(1)
  })

  it('share the command in progress, so that another command is refused', async () => {
    const [one, two] = copies as [Flows, Flows]
    const first = lockOf(one, wrap(harness.panel)).unlock()
    const second = lockOf(two, harness.panel).lock()
    const failure = settle(
      harness.clock,
      second.done.then(
        () => undefined,
        (error: unknown) => error,
      ),
    )
    expect(await failure).toMatchObject({ kind: 'lock', reason: 'busy' })
    await settle(harness.clock, first.done)
    expect(countOf(harness.simulator.journal, 'lock')).toBe(0)
  })

  it('create two passwords one after the other', async () => {
    const [one, two] = copies as [Flows, Flows]
    let running = 0
    let most = 0
    harness.panel.events$.subscribe(({ type, action }) => {
      if (!/createTemporaryPassword/.test(action)) return
      if (type === 'started') most = Math.max(most, ++running)
      if (type === 'succeeded' || type === 'failed') running--
    })
    const create = async (flows: Flows, panel: PanelOfLock, name: string) => {
      const { temporaryPasswords } = lockOf(flows, panel)
      return temporaryPasswords.create({
        name,
        password: await temporaryPasswords.generate(),
        fromMs: harness.clock.now(),
        toMs: harness.clock.now() + 3_600_000,
      })
    }
    await Promise.all([
      settle(harness.clock, create(one, harness.panel, 'one')),
      settle(harness.clock, create(two, wrap(harness.panel), 'two')),
    ])
    expect([countOf(harness.simulator.journal, 'create-password'), most]).toEqual([2, 1])
  })
})
