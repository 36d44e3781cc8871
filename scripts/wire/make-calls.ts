import type { ActionRegistry } from '../../src/core/calls'
import type { Clock } from '../../src/core/clock'
import type { Transport } from '../../src/core/transport/transport'
import { CALL_HEADER } from './counting-cloud'
import type { Ending } from './judge'
import type { Lockpanel } from './package'
import type { WireCall } from './wire-call'

/** A call that has not ended by then counts as unsettled. */
const PATIENCE_MS = 20_000
/** Nearly every request meets a fault, which soon spends the retries that one panel has. */
const CALLS_OF_PANEL = 8

export type CallHeaders = () => Readonly<Record<string, string>>

export interface CallsOptions {
  readonly lockpanel: Lockpanel
  /** Sends these headers with each request. */
  readonly transportWith: (headers: CallHeaders) => Transport
  /** Of one request. */
  readonly timeoutMs: number
  readonly deadlineMs: number
  readonly clock: Clock
  readonly random: () => number
  readonly calls: readonly WireCall[]
  readonly onEnd: (call: WireCall, ending: Ending) => void
}

/** Makes the calls with several panels at a time, each one call after the other, because its headers name the current call. */
export const makeCalls = async (options: CallsOptions, panelCount: number): Promise<void> => {
  const waiting = [...options.calls]
  const callInTurn = async () => {
    while (waiting.length > 0) {
      let current: WireCall | undefined
      const panel = createPanel(options, () => ({ [CALL_HEADER]: current?.id ?? '' }))
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
  { lockpanel, transportWith, clock, random, timeoutMs, deadlineMs }: CallsOptions,
  headers: CallHeaders,
) => {
  const actions: ActionRegistry = lockpanel.allActions
  const transport = transportWith(headers)
  return lockpanel.createPanel({ actions, transport, clock, random, timeoutMs, deadlineMs })
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
