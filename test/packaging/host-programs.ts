/** Programs of apps that pass the real objects of each host to the public functions of the package. */

/** Needs no global of a host: the language alone, as in a mini-program. */
const everyHost = `
import { asyncScheduler } from 'rxjs'
import { allActions, combine, createPanel, defineAction, isOutcomeUnknownError, lock, wxRequest, wxSecureRandom } from 'lockpanel'
import type { AbortSignalLike, SecureRandom, Transport, WxLike, WxRandomLike } from 'lockpanel'
import { doorLockActions } from 'lockpanel/actions/door-lock'
import { createPanel as createSmallPanel } from 'lockpanel/core'
import { remoteUnlock } from 'lockpanel/flows/remote-unlock'
import * as t from 'io-ts'

declare const wx: WxLike & WxRandomLike
declare const ownSignal: AbortSignalLike
export const transport: Transport = combine(wxRequest({ url: 'https://panel.example', wx }))
export const panel = createPanel({ actions: allActions, transport, clock: asyncScheduler })
export const door = lock(panel, 'device', { type: 'wifi', clock: asyncScheduler, secureRandom: wxSecureRandom(wx) })
export const unlocked = remoteUnlock(panel, 'device', { type: 'wifi' }).unlock().done.then(({ reportedBy }) => reportedBy)
export const users = { device_id: 'device', target_standard_dp_codes: '', page_no: 1, page_size: 20 }
export const nicks = (): Promise<readonly string[]> =>
  panel.apiRequest('doorLock.listUsers', users, { signal: ownSignal }).then((page) => page.records.map((user) => user.nick_name))
export const beep = defineAction({
  name: 'app.beep', family: 'mini-program', safety: 'idempotent', locks: ['any'], params: t.strict({ times: t.number }), result: t.boolean,
})
export const beeped: Promise<boolean> = createSmallPanel({ actions: { ...doorLockActions, beep }, transport }).apiRequest('app.beep', { times: 1 })
export const check = (error: unknown): string | undefined => (isOutcomeUnknownError(error) ? error.check : undefined)
export const ownRandom: SecureRandom = (count) => new Uint8Array(count)
// @ts-expect-error: the compiler must know the parameters
panel.apiRequest('doorLock.listUsers', { device_id: 17 })
// @ts-expect-error: the compiler must know the flow
door.unlockAll()
`

/** `fetch`, `crypto` and `AbortController` of a browser or of Node. */
const webGlobals = `
import { fetchTransport, openApi, webSecureRandom } from 'lockpanel'

export const secureRandom = webSecureRandom(crypto)
export const withCrypto = lock(panel, 'device', { type: 'wifi', secureRandom: webSecureRandom(globalThis.crypto) })
export const overFetch = combine(
  fetchTransport({ url: 'https://panel.example', fetch }),
  fetchTransport({ url: 'https://panel.example', fetch: (url, init) => fetch(url, init), headers: async () => ({ session: '' }) }),
  openApi({ region: 'eu', clientId: 'id', secret: 'secret', fetch, clock: Date }),
)
const { signal } = new AbortController()
export const withSignal = panel.apiRequest('doorLock.listUsers', users, { signal })
`

const browser = `
export const stored = createPanel({ actions: allActions, transport, storage: localStorage })
export const withWindow = webSecureRandom(window.crypto)
`

const node = `
import { webcrypto } from 'node:crypto'
import { createClock, createSimulator } from 'lockpanel/simulator'

export const withWebcrypto = webSecureRandom(webcrypto)
export const simulator = createSimulator({ clock: createClock({ frozen: true }) })
export const served: Promise<string> = simulator.serve({ port: 0 }).then(({ url }) => url)
`

/** The types of rxjs name it, and every host has it. */
const timers = `
declare global {
  function setTimeout(run: () => void, ms?: number): number
}
`

export interface HostProgram {
  readonly text: string
  /** The default libraries, by the names of `lib` in a tsconfig. */
  readonly lib: readonly string[]
  readonly types: readonly string[]
}

export const hostPrograms: Readonly<Record<string, HostProgram>> = {
  'a mini-program, without the DOM': { text: everyHost + timers, lib: ['es2020'], types: [] },
  'a webview, with the DOM': {
    text: everyHost + webGlobals + browser,
    lib: ['es2020', 'dom'],
    types: [],
  },
  'Node, with its types': { text: everyHost + webGlobals + node, lib: ['es2020'], types: ['node'] },
}
