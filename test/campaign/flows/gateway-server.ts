import { Subscription } from 'rxjs'
import { createGateway, type GatewayStore, memoryStore } from '../../../gateway'
import type { GatewayEvent } from '../../../gateway/gateway-event'
import type { Lock, Simulator } from '../../../simulator'
import type { Clock } from '../../../src/core/clock'
import type { FetchLike } from '../../../src/core/transport/fetch-like'
import type { Transport } from '../../../src/core/transport/transport'
import { owner, userWith } from '../../gateway/harness'

/** What the gateways of a story share; a restart may lose it. */
export interface GatewayStores {
  current: GatewayStore
}

export interface GatewayServerOptions {
  readonly simulator: Simulator
  readonly lockType: Lock['type']
  readonly stores: GatewayStores
  readonly random: () => number
  /** The signed transport to the cloud, over the connection of the gateway. */
  readonly openApiOver: (around: (fetch: FetchLike) => FetchLike) => Transport
  readonly onCall: (event: GatewayEvent) => void
}

/** A gateway in the process that ends at a restart: its open requests break, and it does nothing any more. */
export const createGatewayServer = (options: GatewayServerOptions) => {
  let running = startGateway(options)
  return {
    fetch: ((url, init) => running.fetch(url, init)) satisfies FetchLike,
    restart: () => {
      running.kill()
      running = startGateway(options)
    },
    stop: () => running.kill(),
  }
}

const startGateway = ({
  simulator,
  lockType,
  stores,
  random,
  openApiOver,
  onCall,
}: GatewayServerOptions) => {
  const timers = new Subscription()
  let kill: () => void = () => {}
  const killed = new Promise<never>((_, reject) => {
    kill = () => reject(new TypeError('fetch failed'))
  })
  killed.catch(() => {})
  let isAlive = true
  const untilKilled = <T>(work: () => PromiseLike<T>): Promise<T> =>
    isAlive ? Promise.race([work(), killed]) : killed
  const clock: Clock = {
    now: simulator.clock.now,
    schedule: (work, delayMs) => {
      if (!isAlive) return new Subscription()
      const timer = simulator.clock.schedule(() => work(), delayMs)
      timers.add(timer)
      return timer
    },
  }
  const store = stores.current
  const gateway = createGateway({
    openApi: openApiOver((fetch) => (url, init) => untilKilled(() => fetch(url, init))),
    authenticate: () => userWith({ ...owner, lockType }),
    store: {
      get: (...key) => untilKilled(() => store.get(...key)),
      set: (...entry) => untilKilled(() => store.set(...entry)),
      add: (...entry) => untilKilled(() => store.add(...entry)),
      remove: (...entry) => untilKilled(() => store.remove(...entry)),
      increment: (...counter) => untilKilled(() => store.increment(...counter)),
    },
    clock,
    random,
    onCall,
  })
  return {
    fetch: (async (url, init) =>
      untilKilled(() => gateway(new Request(url, init)))) satisfies FetchLike,
    kill: () => {
      isAlive = false
      timers.unsubscribe()
      kill()
    },
  }
}

export const newStore = ({ clock }: Simulator): GatewayStore => memoryStore({ clock })
