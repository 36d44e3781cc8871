import { allActions } from '../actions'
import { createClock, createSimulator, type Simulator, seed } from '../simulator'
import type { Family } from '../src/core/action'
import { createPanel } from '../src/core/panel/create-panel'
import type { PanelOfLock } from '../src/flows/shared/lock-options'
import type { Candidate } from './ratios'
import { replayed } from './replayed'

const { frontDoor } = seed.locks

export interface FlowSetup {
  readonly panel: PanelOfLock
  readonly deviceId: string
  readonly clock: Simulator['clock']
}

/** A flow, and the calls of its pages alone, over the recorded answers of a simulator. */
export const flowAndPages = async (
  fill: (simulator: Simulator) => void,
  flowOf: (setup: FlowSetup) => () => Promise<unknown>,
): Promise<{ readonly flow: Candidate; readonly pages: Candidate }> => {
  const clock = createClock({ startMs: Date.UTC(2026, 5, 1, 12), frozen: true })
  const simulator = createSimulator({ clock })
  fill(simulator)
  const families: readonly Family[] = ['mini-program']
  const transport = replayed({ ...simulator.asTransport(), families })
  const panel = createPanel({ actions: allActions, transport, clock })
  const flow = flowOf({ panel, deviceId: frontDoor.id, clock })
  await flow()
  const requests = transport.sent()
  return {
    flow: async () => {
      await flow()
      transport.sent()
    },
    pages: async () => {
      for (const { action, params } of requests)
        await (panel.apiRequest as (name: string, params: unknown) => Promise<unknown>)(
          action,
          params,
        )
      transport.sent()
    },
  }
}
