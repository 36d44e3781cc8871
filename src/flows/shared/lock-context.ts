import type { allActions } from '../../../actions'
import type { LockType } from '../../core/action'
import type { CallsOf, Paged } from '../../core/calls'
import { type Clock, realTime } from '../../core/clock'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { lockState } from '../../core/lock-states'
import { assertValid, checkedOptions } from '../../core/options/check'
import type { CallOptions } from '../../core/pipeline/call'
import { type LockSupport, lockSupportOf } from '../../core/supports-lock-type'
import { carrierOf, mappedPages, operationOf } from './carrier'
import { checkArguments, lockChecks } from './lock-checks'
import type { LockOptions, PanelOfLock } from './lock-options'

/** The types of the vendor's operations; types only, so that no flow includes a contract. */
type Calls = CallsOf<typeof allActions>
export type ActionName = keyof Calls
export type ResultOfCall<Name extends ActionName> = Calls[Name]['result']

/** Longer than an awake lock needs; the same as in the vendor's own SDK. */
const REPORT_TIMEOUT_MS = 15_000

/** The options of a lock after the check. */
export type CheckedLockOptions = LockOptions & { readonly type: LockType }

/** What the flows of one lock share. */
export interface LockContext {
  readonly deviceId: string
  readonly clock: Clock
  /** The cloud's time in milliseconds; the clock's where no answer has shown it. For times and states, not for waits. */
  readonly cloudNow: () => number
  /** Whether an answer has shown the cloud's time. */
  readonly isCloudTimeKnown: () => boolean
  readonly reportTimeoutMs: number
  readonly options: CheckedLockOptions
  readonly holdSync: PanelOfLock['holdSync']
  /** State that all `lock(panel, id)` objects of the panel share for this lock. It lives as long as the panel. */
  readonly sharedState: <T>(name: string, create: () => T) => T
  /** Completes when the panel is closed. */
  readonly panelEvents$: PanelOfLock['events$']
  /** Whether the panel and the lock type support an operation. */
  readonly supports: (name: string) => boolean
  /** The operation that this panel sends for a name: itself, or the route that carries it; undefined if not supported. */
  readonly sentAs: (name: ActionName) => string | undefined
  /** Fails with an UnsupportedError if the operation is not supported; nothing is sent then. */
  readonly call: <Name extends ActionName>(
    name: Name,
    params: Calls[Name]['params'],
    options?: CallOptions,
  ) => Promise<Calls[Name]['result']>
  /**
   * All pages of an operation that has them, each sent when it is requested; a page that failed can be requested again.
   * Throws an UnsupportedError if the operation is not supported.
   */
  readonly pages: <Name extends ActionName>(
    name: Name,
    params: Calls[Name]['params'] & Paged,
    options?: CallOptions,
  ) => AsyncIterableIterator<Calls[Name]['result']>
  /**
   * The value beside the first supported operation: the channel of a flow. An operation that the panel sends itself takes
   * precedence over one that a route carries, then one that the documents name for this lock type over one that only
   * reports name. Throws an UnsupportedError if none is supported.
   */
  readonly selectOperation: <Channel>(
    flow: string,
    channels: readonly (readonly [ActionName, Channel])[],
  ) => Channel
}

export const lockContext = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): LockContext => {
  assertValid('lock', { panel, deviceId }, checkArguments)
  const checked = checkedOptions('lock', options, lockChecks)
  const { type = 'any', clock = realTime, reportTimeoutMs = REPORT_TIMEOUT_MS } = checked
  type Request<Answer> = (name: string, params: unknown, options: CallOptions) => Answer
  const request = panel.apiRequest as Request<Promise<never>>
  const requestPages = panel.pages as Request<AsyncIterableIterator<never>>

  const cloudTime = panel.cloudTime ?? (() => undefined)
  const supportOf = (name: string): LockSupport => {
    const action = operationOf(panel, name, type)
    return action === undefined ? 'none' : lockSupportOf(action, type)
  }
  const withLockType = (callOptions: CallOptions | undefined): CallOptions => ({
    ...callOptions,
    lockType: callOptions?.lockType ?? type,
  })
  return {
    deviceId,
    clock,
    cloudNow: () => cloudTime() ?? clock.now(),
    isCloudTimeKnown: () => cloudTime() !== undefined,
    reportTimeoutMs,
    options: { ...checked, type },
    holdSync: panel.holdSync,
    sharedState: (name, create) => lockState(panel, deviceId, name, create),
    panelEvents$: panel.events$,
    supports: (name) => supportOf(name) !== 'none',
    sentAs: (name) =>
      supportOf(name) === 'none' ? undefined : operationOf(panel, name, type)?.name,
    call: async (name, params, callOptions) => {
      const carrier = carrierOf(panel, name, type, params)
      const result = await request(carrier.name, carrier.params, withLockType(callOptions))
      return carrier.resultOf(result)
    },
    pages: (name, params, callOptions) => {
      const carrier = carrierOf(panel, name, type, params)
      const pages = requestPages(carrier.name, carrier.params, withLockType(callOptions))
      return mappedPages(pages, carrier.resultOf)
    },
    selectOperation: (flow, channels) => {
      const select = (support: LockSupport, isDirect: boolean) =>
        channels.find(
          ([name]) => (panel.find(name) !== undefined) === isDirect && supportOf(name) === support,
        )
      const channel =
        select('documented', true) ??
        select('reported', true) ??
        select('documented', false) ??
        select('reported', false)
      if (channel === undefined)
        throw new UnsupportedError(
          { action: flow },
          `a lock of type ${type} supports none of ${channels.map(([name]) => name).join(', ')} on this panel.`,
        )
      return channel[1]
    },
  }
}
