import { allActions } from '../../actions'
import { createGateway } from '../../gateway'
import { type MovableClock, seed } from '../../simulator'
import { createPanel } from '../../src/core/panel/create-panel'
import { type Lock, lock } from '../../src/flows/lock'
import type { LockOptions } from '../../src/flows/shared/lock-options'
import { openApi } from '../../src/open-api/open-api'
import { fetchTransport } from '../../src/transports/fetch-transport'
import { gatewayLimits } from '../../src/transports/server-limits'
import { type Count, countedScheduler, countedStream } from '../../test/flows/support/counted'
import { cipherOf } from '../../test/flows/support/flow-harness'
import { simulatedFetch } from '../../test/gateway/harness'
import { frontDoor, type RestartingCloud } from './restarting-cloud'

const CLOUD = 'http://cloud.example'
const owner = {
  role: 'owner',
  userId: seed.members.owner.userId,
  lockType: frontDoor.type,
} as const

/** A panel that stays open, with the flows of a page that opens. */
export interface SoakedPanel {
  readonly openPage: () => Lock
  readonly close: () => void
}

export interface OpenPanelsOptions {
  readonly cloud: RestartingCloud
  readonly clock: MovableClock
  readonly random: () => number
  readonly listeners: Count
  readonly timers: Count
}

/** A panel in the vendor's app with data points and pushes, and a web panel over the gateway. Both have the same lock. */
export const openPanels = ({
  cloud,
  clock: movable,
  random,
  listeners,
  timers,
}: OpenPanelsOptions): readonly SoakedPanel[] => {
  const clock = countedScheduler(movable, timers)
  const { accessKey, clientId } = cloud.simulator
  const shared: LockOptions = {
    type: frontDoor.type,
    clock,
    passwordCipher: cipherOf(accessKey),
    secureRandom: async (count) => Array.from({ length: count }, () => Math.floor(random() * 256)),
    pushes$: countedStream(cloud.pushes$, listeners),
  }
  const inApp = createPanel({ actions: allActions, transport: cloud.transport, clock, random })
  const reports$ = countedStream(cloud.dataPoints.reports$, listeners)
  const withDataPoints = { ...shared, dataPoints: { ...cloud.dataPoints, reports$ } }

  const gateway = createGateway({
    openApi: openApi({
      baseUrl: CLOUD,
      clientId,
      secret: accessKey,
      clock,
      random,
      fetch: simulatedFetch({ handle: (request) => cloud.simulator.handle(request) }),
    }),
    authenticate: () => ({ id: 'olivia', membershipOf: () => owner }),
    clock,
    random,
  })
  const overGateway = createPanel({
    actions: allActions,
    transport: fetchTransport({
      url: 'https://gateway.example/',
      limits: gatewayLimits,
      families: ['mini-program', 'open-api'],
      fetch: (url, init) => gateway(new Request(url, init)),
    }),
    clock,
    random,
  })
  return [
    { openPage: () => lock(inApp, frontDoor.id, withDataPoints), close: inApp.close },
    { openPage: () => lock(overGateway, frontDoor.id, shared), close: overGateway.close },
  ]
}
