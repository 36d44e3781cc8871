import type { Clock } from '../src/core/clock'
import { createPanel } from '../src/core/panel/create-panel'
import type { Transport } from '../src/core/transport/transport'
import type { PanelOfLock } from '../src/flows/shared/lock-options'
import type { Membership } from './gateway-user'
import type { CallRoute, RouteAccess } from './pairs/pair'
import { routes } from './routes'

export interface RoutePanelOptions {
  readonly transport: Transport
  readonly clock: Clock
  readonly random: () => number
  readonly timeoutMs: number
  readonly maxOpen: number
}

/** The routes of the open API, and the cloud's time. Sends each request once: the panel of the user retries. */
export const createRoutePanel = ({
  transport,
  clock,
  random,
  timeoutMs,
  maxOpen,
}: RoutePanelOptions) => {
  const panel = createPanel({
    transport,
    clock,
    random,
    timeoutMs,
    maxOpen,
    actions: routes,
    deadlineMs: timeoutMs,
    // The gateways of a project share their windows.
    windowMs: 0,
  })
  const request = panel.apiRequest as (
    name: string,
    params: unknown,
    options: unknown,
  ) => Promise<unknown>
  const once = (name: string, params: unknown) => request(name, params, { retry: false })
  const call = (({ name }, params) => once(name, params)) as CallRoute
  const panelOfRoutes: PanelOfLock = { ...panel, apiRequest: once }
  return {
    cloudTime: panel.cloudTime,
    accessFor: (membership: Membership): RouteAccess => ({
      call,
      panel: panelOfRoutes,
      membership,
      type: membership.lockType ?? 'any',
    }),
  }
}
