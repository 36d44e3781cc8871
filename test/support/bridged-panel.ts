import { onTestFinished } from 'vitest'
import { allActions } from '../../actions'
import { createSimulator, type Simulator, type SimulatorOptions } from '../../simulator'
import { createPanel } from '../../src/core/panel/create-panel'
import type { PanelOptions } from '../../src/core/panel/panel-options'
import type { Transport } from '../../src/core/transport/transport'

/** A panel inside an app with its own simulator; closed when the test finishes. */
export const bridgedPanel = (
  bridgeTo: (simulator: Simulator) => Transport,
  simulated: SimulatorOptions = {},
  options: Partial<PanelOptions<typeof allActions>> = {},
) => {
  const simulator = createSimulator(simulated)
  const panel = createPanel({
    actions: allActions,
    transport: bridgeTo(simulator),
    clock: simulator.clock,
    ...options,
  })
  onTestFinished(panel.close)
  return { simulator, panel }
}
