import { act } from '@testing-library/react'
import { createElement, type ReactNode, StrictMode } from 'react'
import { LockProvider } from '../../react'
import { seed } from '../../simulator'
import { type Lock, lock } from '../../src/flows/lock'
import { createHarness, type FlowHarness } from '../flows/support/flow-harness'

export interface ReactHarness extends FlowHarness {
  readonly door: Lock
  /** A strict tree, which mounts every effect twice, as React does in development. */
  readonly wrapper: (props: { readonly children: ReactNode }) => ReactNode
  /** Lets promises settle and advances the clock, both inside `act`. */
  readonly advance: (ms: number) => Promise<void>
}

/** In one step of the clock, as a real one runs: a poll that follows an answer is scheduled before the clock passes it. */
const STEP_MS = 250

export const createReactHarness = (
  of: Partial<Parameters<typeof createHarness>[0]> = {},
): ReactHarness => {
  const harness = createHarness({
    lock: seed.locks.frontDoor,
    families: ['mini-program'],
    dataPoints: true,
    ...of,
  })
  const door = lock(harness.panel, harness.deviceId, harness.options)
  return {
    ...harness,
    door,
    wrapper: ({ children }) =>
      createElement(StrictMode, {}, createElement(LockProvider, { lock: door }, children)),
    advance: async (ms) => {
      for (let passed = 0; passed <= ms; passed += STEP_MS)
        await act(async () => {
          harness.clock.advance(STEP_MS)
          await new Promise((resolve) => setImmediate(resolve))
        })
    },
  }
}
