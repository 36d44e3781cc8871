import {
  allActions,
  combine,
  createPanel,
  dpSchema,
  fetchTransport,
  type LockType,
  lock,
  nativeBridge,
  openApi,
  passwordCipher,
  tyDataPoints,
  webSecureRandom,
} from 'lockpanel'
import { createClock, createSimulator, type Lock as SimulatedLock } from 'lockpanel/simulator'

/** The clock of the session runs twenty times as fast as real time. */
const SPEED = 20

/** A simulated cloud over HTTP, the host app of a device panel, and a panel with both. */
export const openHome = async () => {
  const clock = createClock({ startMs: Date.now(), frozen: true })
  const ticking = setInterval(() => clock.advance(SPEED), 1)
  const simulator = createSimulator({ clock })
  const server = await simulator.serve()
  const app = simulator.asTy()
  const panel = createPanel({
    actions: allActions,
    // All in one process: a real project signs its REST calls on a server, where its secret stays.
    transport: combine(
      fetchTransport({ url: server.url }),
      openApi({
        baseUrl: server.url,
        clientId: simulator.clientId,
        secret: simulator.accessKey,
        clock,
      }),
      nativeBridge(app),
    ),
    clock,
  })

  /** The lock as in its own panel: with its data points through the app. */
  const lockOf = async ({ id, type }: Pick<SimulatedLock, 'id'> & { readonly type: LockType }) => {
    const instructions = await panel.apiRequest('doorLock.getAvailableInstructions', {
      device_id: id,
    })
    const ty = simulator.asTy({ deviceId: id })
    return lock(panel, id, {
      type,
      clock,
      passwordCipher: passwordCipher({ accessKey: simulator.accessKey }),
      secureRandom: webSecureRandom(crypto),
      dataPoints: tyDataPoints(ty, { deviceId: id, schema: dpSchema(instructions) }),
    })
  }
  const close = async () => {
    panel.close()
    clearInterval(ticking)
    await server.close()
  }
  return { clock, simulator, panel, url: server.url, lockOf, close }
}

export type Home = Awaited<ReturnType<typeof openHome>>
