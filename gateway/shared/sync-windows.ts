import type { Clock } from '../../src/core/clock'
import { isSdkError } from '../../src/core/errors/sdk-error'
import { isCertainlyNotExecuted } from '../../src/core/pipeline/may-retry'
import { type Failure, failureOf } from '../failure-of'
import { GatewayRefusal, storeAway } from '../refusal'
import type { GatewayStore } from '../store/gateway-store'
import { delay } from './wait'

export interface SyncWindowsOptions {
  readonly store: GatewayStore
  readonly clock: Clock
  /** How long the window of a lock stays open after an answer. */
  readonly windowMs: number
  /** The longest time that a synchronisation is under way; a gateway that ended in between frees the lock after it. */
  readonly requestMs: number
  /** How long a call waits for the end of a window. */
  readonly waitMs: number
  /** Unique for each window. */
  readonly newId: () => string
}

export interface Synchronisation {
  readonly deviceId: string
  /** DP codes separated by commas; empty for all. */
  readonly codes: string
}

/** The outcome that all callers of one window share. */
export type SyncOutcome =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly failure: Failure }

interface SyncWindow {
  readonly id: string
  readonly codes: string
  readonly outcome?: SyncOutcome
}

/** Whether the answer for some codes also answers the question for others. */
const covers = (open: string, requested: string): boolean => {
  if (open === '' || requested === '') return open === ''
  const codes = open.split(',')
  return requested.split(',').every((code) => codes.includes(code))
}

/**
 * One synchronisation of a lock at a time, over all gateways that share the store, as the cloud requires. Callers whose
 * codes the open window covers share its answer; the others wait for its end. Callers that wait for the answer share a
 * failure, later ones do not.
 */
export const createSyncWindows = (options: SyncWindowsOptions) => {
  const { store, clock, windowMs, requestMs, waitMs, newId } = options
  /** Calls of this process for the same codes read the store once. */
  const flights = new Map<string, Promise<SyncOutcome>>()

  /** Keeps the window open where the cloud may have counted the synchronisation, and closes it where it was not sent. */
  const run = async (
    key: string,
    opened: SyncWindow,
    send: () => Promise<unknown>,
  ): Promise<SyncOutcome> => {
    const keep = (outcome: SyncOutcome) =>
      store.set(key, JSON.stringify({ ...opened, outcome }), windowMs)
    let outcome: SyncOutcome
    let isFree = false
    try {
      outcome = { ok: true, result: await send() }
    } catch (error) {
      outcome = { ok: false, failure: plainFailure(error) }
      isFree = isSdkError(error) && isCertainlyNotExecuted(error)
    }
    const closing = isFree ? store.remove(key, JSON.stringify(opened)) : keep(outcome)
    // A store that is away by now keeps the window until its lease ends.
    await closing.catch(() => undefined)
    return outcome
  }

  const share = async (
    { deviceId, codes }: Synchronisation,
    send: () => Promise<unknown>,
  ): Promise<SyncOutcome> => {
    const key = `sync:${deviceId}`
    const untilMs = clock.now() + waitMs
    let awaited: string | undefined
    for (;;) {
      const opened: SyncWindow = { id: newId(), codes }
      if (await store.add(key, JSON.stringify(opened), requestMs + windowMs))
        return run(key, opened, send)
      const open = parsed(await store.get(key))
      if (open !== undefined && covers(open.codes, codes)) {
        const { id, outcome } = open
        if (outcome !== undefined && (outcome.ok || id === awaited)) return outcome
        if (outcome === undefined) awaited = id
      }
      if (clock.now() >= untilMs) throw windowOpen()
      await delay(clock)
    }
  }

  return (synchronisation: Synchronisation, send: () => Promise<unknown>): Promise<SyncOutcome> => {
    const flight = `${synchronisation.deviceId} ${synchronisation.codes}`
    const known = flights.get(flight)
    if (known !== undefined) return known
    const outcome = share(synchronisation, send)
      .catch((error: unknown) => {
        throw error instanceof GatewayRefusal ? error : storeAway()
      })
      .finally(() => flights.delete(flight))
    flights.set(flight, outcome)
    return outcome
  }
}

const windowOpen = (): GatewayRefusal =>
  new GatewayRefusal(
    'GATEWAY_UNAVAILABLE',
    'The lock is being synchronised for other codes, so nothing was sent. Try again in a few seconds.',
  )

const plainFailure = (error: unknown): Failure => {
  const { status, code, message, retryAfterMs } = failureOf(error)
  return { status, code, message, retryAfterMs }
}

const parsed = (text: string | undefined): SyncWindow | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as SyncWindow)
