import type { ActionRegistry } from '../../src/core/calls'
import type { Clock } from '../../src/core/clock'
import type { OpenApiToken } from '../../src/open-api/token-store'
import { CALL_HEADER } from './counting-cloud'
import type { Ending } from './judge'
import type { Lockpanel } from './package'
import type { WireCall } from './wire-call'

const TIMEOUT_MS = 400
const DEADLINE_MS = 3_000
/** A call that has not ended by then counts as unsettled. */
const PATIENCE_MS = 20_000
/** Nearly every request meets a fault, which soon spends the retries that one panel has. */
const CALLS_OF_PANEL = 8

export interface CallsOptions {
  readonly lockpanel: Lockpanel
  /** The proxy's. */
  readonly url: string
  readonly clientId: string
  readonly secret: string
  readonly clock: Clock
  readonly random: () => number
  readonly calls: readonly WireCall[]
  readonly onEnd: (call: WireCall, ending: Ending) => void
}

/** Makes the calls with several panels at a time, each one call after the other, because its headers name the current call. */
export const makeCalls = async (options: CallsOptions, panelCount: number): Promise<void> => {
  const waiting = [...options.calls]
  let token: OpenApiToken | undefined
  const store = {
    get: () => token,
    set: (next: OpenApiToken) => {
      token = next
    },
  }
  const callInTurn = async () => {
    while (waiting.length > 0) {
      let current: WireCall | undefined
      const panel = createPanel(options, store, () => ({ [CALL_HEADER]: current?.id ?? '' }))
      for (let count = 0; count < CALLS_OF_PANEL; count++) {
        current = waiting.shift()
        if (current === undefined) break
        options.onEnd(current, await endingOf(panel, current, options))
      }
      panel.close()
    }
  }
  await Promise.all(Array.from({ length: panelCount }, callInTurn))
}

const createPanel = (
  { lockpanel, url, clientId, secret, clock, random }: CallsOptions,
  tokenStore: Parameters<Lockpanel['openApi']>[0]['tokenStore'],
  headers: () => Readonly<Record<string, string>>,
) => {
  const actions: ActionRegistry = lockpanel.allActions
  const signed = { baseUrl: url, clientId, secret, clock, random, headers }
  return lockpanel.createPanel({
    actions,
    transport: lockpanel.combine(
      lockpanel.fetchTransport({ url, headers, clock }),
      lockpanel.openApi(tokenStore === undefined ? signed : { ...signed, tokenStore }),
    ),
    clock,
    random,
    timeoutMs: TIMEOUT_MS,
    deadlineMs: DEADLINE_MS,
  })
}

const endingOf = (
  { apiRequest }: ReturnType<typeof createPanel>,
  { action, params }: WireCall,
  { clock, lockpanel: { isSdkError } }: CallsOptions,
): Promise<Ending> =>
  new Promise((resolve) => {
    const limit = clock.schedule(() => resolve({ state: 'unsettled' }), PATIENCE_MS)
    const end = (ending: Ending) => {
      limit.unsubscribe()
      resolve(ending)
    }
    apiRequest(action, params).then(
      () => end({ state: 'done' }),
      (error: unknown) =>
        end(isSdkError(error) ? { state: 'failed', error } : { state: 'foreign', error }),
    )
  })
