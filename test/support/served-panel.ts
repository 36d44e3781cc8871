import { onTestFinished } from 'vitest'
import { allActions } from '../../actions'
import { createClock, createSimulator, type SimulatorOptions } from '../../simulator'
import { fakeTYSdk } from '../../simulator/native/fake-ty-sdk'
import { createPanel } from '../../src/core/panel/create-panel'
import type { PanelOptions } from '../../src/core/panel/panel-options'
import { combine } from '../../src/core/transport/combine'
import { openApi } from '../../src/open-api/open-api'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { nativeBridge } from '../../src/transports/native-bridge'
import { httpExchange } from './http-exchange'

type Options = Partial<PanelOptions<typeof allActions>>

/** A panel over real HTTP with its own simulator, both on one clock; closed when the test finishes. */
export const servedPanel = async (simulated: SimulatorOptions = {}, options: Options = {}) => {
  const { clock = createClock() } = simulated
  const simulator = createSimulator({ ...simulated, clock })
  const server = await simulator.serve()
  const panel = createPanel({
    actions: allActions,
    transport: combine(
      fetchTransport({ url: server.url }),
      openApi({
        baseUrl: server.url,
        clientId: simulator.clientId,
        secret: simulator.accessKey,
        clock,
      }),
      nativeBridge(fakeTYSdk(httpExchange(server.url), clock)),
    ),
    clock,
    ...options,
  })
  onTestFinished(async () => {
    panel.close()
    await server.close()
  })
  return { clock, simulator, panel }
}
