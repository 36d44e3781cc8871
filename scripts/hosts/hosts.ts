import { allActions } from '../../actions'
import { createGateway } from '../../gateway'
import {
  createClock,
  createSimulator,
  type Lock as SimulatedLock,
  type Simulator,
  seed,
} from '../../simulator'
import type { Family } from '../../src/core/action'
import { createPanel } from '../../src/core/panel/create-panel'
import type { Transport } from '../../src/core/transport/transport'
import type { BleLink } from '../../src/flows/bluetooth/ble-link'
import { type Lock, lock } from '../../src/flows/lock'
import type { LockOptions } from '../../src/flows/shared/lock-options'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { gatewayLimits, type ServerLimits } from '../../src/transports/server-limits'
import { wxRequest } from '../../src/transports/wx-request'
import { createNativePanel, hosts as nativeHosts } from '../../test/flows/native/native-host'
import {
  cipherOf,
  createHarness,
  repeatableRandom,
  START_MS,
} from '../../test/flows/support/flow-harness'
import { settle } from '../../test/flows/support/settle'

/** A lock as one host sees it, and the simulated lock itself. */
export interface HostedLock {
  readonly door: Lock
  readonly clock: Simulator['clock']
  readonly simulator: Simulator
  readonly lock: SimulatedLock
  /** Advances the clock until a promise has settled. */
  readonly settle: <T>(promise: PromiseLike<T>) => Promise<T>
  /** The connection of a phone near the lock, for hosts with a Bluetooth stack of their own. */
  readonly link?: BleLink
}

/** A lock on a host within this process, where nothing takes time but the clock. */
const within = (hosted: Omit<HostedLock, 'settle'>): HostedLock => ({
  ...hosted,
  settle: (promise) => settle(hosted.clock, promise),
})

/** A host of a panel, with all options that this host can pass. */
export interface Host {
  readonly name: string
  /** What it sends; of several, the first one that has an operation. */
  readonly families: readonly Family[]
  /** The title of its table, in plain words. */
  readonly title: string
  readonly needs: string
  /** What its server has less than the vendor. */
  readonly limits?: ServerLimits
  readonly open: (seeded: SimulatedLock) => HostedLock
}

type CreateTransport = (simulator: Simulator, seeded: SimulatedLock) => Transport

/** Of the families that a server answers. */
const actionsFor = ({ families }: Transport) =>
  Object.fromEntries(
    Object.entries(allActions).filter(([, { family }]) => families.includes(family)),
  )

/** A mini-program, or a web page, whose server answers its actions. */
const openOverServer =
  (createTransport: CreateTransport) =>
  (seeded: SimulatedLock): HostedLock => {
    const clock = createClock({ startMs: START_MS, frozen: true })
    const simulator = createSimulator({ clock, random: repeatableRandom() })
    const transport = createTransport(simulator, seeded)
    const panel = createPanel({
      actions: actionsFor(transport),
      transport,
      clock,
      random: repeatableRandom(),
    })
    const options: LockOptions = {
      type: seeded.type,
      clock,
      passwordCipher: cipherOf(simulator.accessKey),
    }
    return within({
      door: lock(panel, seeded.id, options),
      clock,
      simulator,
      lock: simulator.lock(seeded.id),
      link: simulator.asBleLink({ deviceId: seeded.id }),
    })
  }

const openMiniProgram = openOverServer((simulator) =>
  wxRequest({ url: 'https://door.example/panel', wx: simulator.asWx() }),
)

const gatewayFamilies = ['mini-program', 'open-api'] as const

/** Its server is `lockpanel/gateway`, for the owner of the lock. */
const openGateway = openOverServer((simulator, { type: lockType }) => {
  const { userId } = seed.members.owner
  const gateway = createGateway({
    openApi: simulator.asTransport(),
    authenticate: () => ({
      id: 'olivia',
      membershipOf: () => ({ role: 'owner', userId, lockType }),
    }),
    clock: simulator.clock,
    random: repeatableRandom(),
  })
  return fetchTransport({
    url: 'https://gateway.example/',
    limits: gatewayLimits,
    families: gatewayFamilies,
    fetch: (url, init) => gateway(new Request(url, init)),
  })
})

const openServer = (seeded: SimulatedLock): HostedLock => {
  const harness = createHarness({ lock: seeded, families: ['open-api'] })
  return within({ ...harness, door: lock(harness.panel, seeded.id, harness.options) })
}

const openNative =
  (name: keyof typeof nativeHosts) =>
  (seeded: SimulatedLock): HostedLock =>
    within(createNativePanel(nativeHosts[name], seeded))

const nativeNeeds =
  "`nativeBridge` with `ty` or `TYSdk`, the data points of the lock (`dataPoints`, `schema`) and, for Bluetooth, `lockRandom` and `lockSync`. Not counted: routes of the open API, which `ty` sends where the app permits them, and `lockSdk`, which enrols where the vendor's lock SDK does."

export const hosts: readonly Host[] = [
  {
    name: 'wxRequest',
    families: ['mini-program'],
    title: 'A WeChat mini-program with a server of your own',
    needs:
      'Your server answers the mini-program operations of the vendor; the mini-program calls it with `wxRequest`. A webview with `fetchTransport` reaches the same, without Bluetooth.',
    open: openMiniProgram,
  },
  {
    name: 'gateway',
    families: gatewayFamilies,
    title: 'A WeChat mini-program or a web page with the gateway of this package',
    needs:
      'Your server runs [`lockpanel/gateway`](gateway.md), which calls the open API of the cloud; the panel calls it with `wxRequest` or `fetchTransport`, with the options `limits` and `families`. For the owner of the lock; the policy gives others less.',
    limits: gatewayLimits,
    open: openGateway,
  },
  {
    name: 'openApi',
    families: ['open-api'],
    title: 'A server that calls the open API of the cloud',
    needs: 'A cloud project with its client id and secret, and `openApi`. Nothing else.',
    open: openServer,
  },
  {
    name: 'ty',
    families: ['panel'],
    title: "A panel in the vendor's app, with `ty`",
    needs: nativeNeeds,
    open: openNative('ty'),
  },
  {
    name: 'TYSdk',
    families: ['panel'],
    title: 'with `TYSdk`',
    needs: nativeNeeds,
    open: openNative('TYSdk'),
  },
]

/** The same lock for its owner, who has every operation: prepares what a job needs. */
export const openForOwner = ({ simulator, clock, lock: { id, type } }: HostedLock): Lock =>
  lock(createPanel({ actions: allActions, transport: simulator.asTransport(), clock }), id, {
    type,
    clock,
    passwordCipher: cipherOf(simulator.accessKey),
  })
