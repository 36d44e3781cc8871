import {
  createPanel,
  deviceActions,
  doorLockActions,
  fetchTransport,
  gatewayLimits,
  type Lock,
  lock,
  openApiActions,
  openApiDeviceActions,
  openApiLockActions,
  type PanelEvent,
  type ServerLimits,
  webSecureRandom,
} from 'lockpanel'
import type { InspectedPanel } from 'lockpanel/inspector'
import { ReplaySubject } from 'rxjs'
import { lockReports } from './lock-reports'

/** The operations that the server answers: those of mini-programs, and routes of the open API. */
const actions = {
  ...doorLockActions,
  ...deviceActions,
  ...openApiActions,
  ...openApiDeviceActions,
  ...openApiLockActions,
}

/** Which lock the panel is for, from its address. */
export interface Target {
  readonly deviceId: string
  readonly type: Lock['type']
  /** What the server has less than the vendor. */
  readonly limits?: ServerLimits
}

export const targetOf = (search: string): Target => {
  const query = new URLSearchParams(search)
  return {
    deviceId: query.get('device') ?? 'vdevo-front-door',
    // lock() throws a ParamsError that lists the types if the address has another word.
    type: (query.get('type') ?? 'wifi') as Lock['type'],
    ...(query.get('server') === 'gateway' && { limits: gatewayLimits }),
  }
}

const panelOverServer = (limits: ServerLimits = {}) =>
  createPanel({
    actions,
    transport: fetchTransport({ url: '/cloud', limits, families: ['mini-program', 'open-api'] }),
    // A page that opens again waits for the end of the five-second window.
    storage: {
      get: (key) => localStorage.getItem(key) ?? undefined,
      set: (key, value) => localStorage.setItem(key, value),
    },
  })

export interface Connection {
  readonly door: Lock
  /** For the inspector, which also shows calls from before it was opened. */
  readonly inspected: InspectedPanel
}

/** The events of about a hundred calls. */
const KEPT_EVENTS = 500

/** The access key stays on the server. */
const encrypt = async ({ ticket_key }: { readonly ticket_key: string }, password: string) => {
  const response = await fetch('/encrypt', {
    method: 'POST',
    body: JSON.stringify({ ticket_key, password }),
  })
  const { encrypted } = (await response.json()) as { encrypted: string }
  return encrypted
}

export const connect = ({ deviceId, type, limits }: Target): Connection => {
  const panel = panelOverServer(limits)
  const recent$ = new ReplaySubject<PanelEvent>(KEPT_EVENTS)
  panel.events$.subscribe(recent$)
  const door = lock(panel, deviceId, {
    type,
    passwordCipher: { encrypt },
    secureRandom: webSecureRandom(crypto),
    ...lockReports(deviceId, (values) =>
      panel.apiRequest('device.control', {
        device_id: deviceId,
        commands: Object.entries(values).map(([code, value]) => ({ code, value })),
      }),
    ),
  })
  return { door, inspected: { events$: recent$ } }
}
