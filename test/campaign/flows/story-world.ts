import { createSimulator, type JournalEntry, seed } from '../../../simulator'
import type { StorageLike } from '../../../src/core/pipeline/window-memory'
import type { FetchLike } from '../../../src/core/transport/fetch-like'
import type { Transport } from '../../../src/core/transport/transport'
import type { DataPoints } from '../../../src/data-points/data-points'
import { fetchTransport } from '../../../src/transports/fetch-transport'
import { gatewayLimits } from '../../../src/transports/server-limits'
import { repeatableRandom, START_MS } from '../../flows/support/flow-harness'
import { nativeHosts } from '../../flows/support/native-hosts'
import { simulatedFetch } from '../../gateway/harness'
import { createFacts, type Facts } from './facts'
import { createGatewayServer, type GatewayStores, newStore } from './gateway-server'
import { createLink, fetchOverLink, type Link, overLink, withFault } from './link'
import { type OpenPanel, openPanel, type Sabotage } from './open-panel'
import { signedTransport } from './signed-transport'
import type { PanelNumber, Story } from './story'
import { createStoryClock } from './story-clock'

/** One phone: its panel, its connections and its clock. */
export interface Phone {
  readonly link: Link
  /** Of its gateway. */
  readonly gatewayLink: Link
  offsetMs: number
  /** Counts the panel objects. */
  session: number
  readonly panel: () => OpenPanel
  readonly closePanel: () => void
  readonly restartGateway: () => void
}

export interface StoryWorld {
  readonly facts: Facts
  readonly phones: readonly [Phone, Phone]
  readonly stores: GatewayStores
  readonly loseStore: () => void
}

const isSync = (action: string | undefined): boolean =>
  action === 'doorLock.getSyncableOpmodeTypes' ||
  action === 'POST /v1.0/smart-lock/devices/{device_id}/opmodes/actions/sync'

/** A simulated cloud with its lock, and two phones whose panels are not open yet. */
export const createStoryWorld = (story: Story, sabotage?: Sabotage): StoryWorld => {
  const clock = createStoryClock(START_MS)
  const simulator = createSimulator({ clock, random: repeatableRandom(3) })
  const facts = createFacts(simulator, clock, simulator.lock(seed.locks[story.lock].id))
  simulator.world.listLagMs = story.listLagMs
  if (story.autoLockMs !== undefined) facts.lock.autoLockMs = story.autoLockMs
  const stores: GatewayStores = { current: newStore(simulator) }
  let storeNumber = 0
  const storages = [createStorage(), createStorage()] as const

  /** Runs one request of a panel, and notes what the cloud executed within it. */
  const atCloud = (number: PanelNumber, link: Link, domains: () => readonly string[]) => {
    return <T>(work: () => T): T => {
      const executed = simulator.journal.length
      const arrived = simulator.requests.length
      const spent = new Set(simulator.world.tickets.filter((one) => one.spent).map(({ id }) => id))
      facts.activity++
      const result = withFault(link, simulator, work)
      for (const entry of simulator.journal.slice(executed)) noteSender(entry, number)
      for (const { action, explanation, params } of simulator.requests.slice(arrived)) {
        if (isSync(action) && explanation === undefined)
          facts.syncs.push({ at: clock.now(), domains: domains() })
        const { ticket_id } = Object(params) as { readonly ticket_id?: string }
        if (ticket_id !== undefined && spent.has(ticket_id))
          facts.findings.add(`a spent ticket is sent again (${action}) by panel ${number + 1}`)
      }
      return result
    }
  }
  /** A delivery to a lock that came online happens within any request. */
  const noteSender = (entry: JournalEntry, number: PanelNumber) => {
    if (!entry.command.endsWith('-password')) facts.sentBy.set(entry, number)
  }

  const signed = (fetch: FetchLike, now: () => number): Transport =>
    signedTransport(simulator, facts.signatures, fetch, now)

  const phoneOf = (number: PanelNumber): Phone => {
    const script = story.panels[number]
    const storageNumber = story.sharesStorage ? 0 : number
    const random = repeatableRandom(11 + number)
    const link = createLink()
    const gatewayLink = createLink()
    const offline = (): never => {
      throw new TypeError('fetch failed')
    }
    const domains = () => [
      `panel ${number}, session ${phone.session}`,
      // The times in a storage mean nothing after the phone's clock has jumped.
      `storage ${storageNumber}, clock ${phone.offsetMs}`,
      ...(script.host === 'gateway' ? [`store ${storeNumber}`] : []),
    ]
    /** The cloud as a server reaches it. */
    const cloudFetch = (over: Link): FetchLike => {
      const send = atCloud(number, over, domains)
      const fetch = simulatedFetch({
        handle: (request) => (over.isUp ? send(() => simulator.handle(request)) : offline()),
      })
      return async (url, init) => {
        const response = await fetch(url, init)
        facts.activity++
        return response
      }
    }
    const gateway = createGatewayServer({
      simulator,
      lockType: facts.lock.type,
      stores,
      random,
      openApiOver: (around) => signed(around(cloudFetch(gatewayLink)), clock.now),
      onCall: (event) => facts.gatewayEvents.push(event),
    })
    const wait = (ms: number) =>
      new Promise<void>((resolve) => void clock.schedule(() => resolve(), ms))
    const hosts: Readonly<
      Record<typeof script.host, () => { transport: Transport; dataPoints?: DataPoints }>
    > = {
      'mini-program': () => ({
        transport: overLink(
          simulator.asTransport(),
          ['mini-program', 'panel'],
          link,
          atCloud(number, link, domains),
        ),
      }),
      app: () => {
        const { transport, dataPoints } = nativeHosts.ty(simulator, facts.lock)
        const { families } = transport
        return {
          transport: overLink(transport, families, link, atCloud(number, link, domains)),
          dataPoints,
        }
      },
      gateway: () => ({
        transport: fetchTransport({
          url: 'https://gateway.example/',
          limits: gatewayLimits,
          families: ['mini-program', 'open-api'],
          fetch: fetchOverLink(link, wait, async (url, init) => {
            const response = await gateway.fetch(url, init)
            facts.activity++
            return response
          }),
        }),
      }),
      server: () => ({
        transport: signed(cloudFetch(link), () => clock.now() + phone.offsetMs),
      }),
    }
    let panel: OpenPanel | undefined
    const phone: Phone = {
      link,
      gatewayLink,
      offsetMs: 0,
      session: 0,
      panel: () => {
        panel ??= openPanel({
          facts,
          script,
          ...hosts[script.host](),
          storage: storages[storageNumber],
          random,
          offsetMs: () => phone.offsetMs,
          sabotage,
        })
        return panel
      },
      closePanel: () => {
        if (panel === undefined) return
        panel.close()
        facts.closedPanels.push(panel)
        panel = undefined
        phone.session++
      },
      restartGateway: gateway.restart,
    }
    return phone
  }

  return {
    facts,
    stores,
    phones: [phoneOf(0), phoneOf(1)],
    loseStore: () => {
      stores.current = newStore(simulator)
      storeNumber++
    },
  }
}

const createStorage = (): StorageLike => {
  const entries = new Map<string, string>()
  return { get: (key) => entries.get(key), set: (key, value) => void entries.set(key, value) }
}
