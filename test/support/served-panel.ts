import { onTestFinished } from 'vitest'
import { allActions } from '../../actions'
import { createClock, createSimulator, type SimulatorOptions } from '../../simulator'
import { createPanel, type PanelOptions } from '../../src/core/panel/create-panel'
import { fetchTransport } from '../../src/transports/fetch-transport'

type Options = Partial<PanelOptions<typeof allActions>>

/** A panel over real HTTP against a simulator of its own, both on one clock; all of it ends with the test. */
export const servedPanel = async (simulated: SimulatorOptions = {}, options: Options = {}) => {
  const { clock = createClock() } = simulated
  const simulator = createSimulator({ ...simulated, clock })
  const server = await simulator.serve()
  const panel = createPanel({
    actions: allActions,
    transport: fetchTransport({ url: server.url }),
    scheduler: clock.scheduler,
    ...options,
  })
  onTestFinished(async () => {
    panel.close()
    await server.close()
  })
  return { clock, simulator, panel }
}
