import type { allActions } from '../../../actions'
import type { CallsOf, Paged } from '../../core/calls'
import { realTime, type Scheduler } from '../../core/clock'
import { ParamsError } from '../../core/errors/params-error'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { CallOptions } from '../../core/pipeline/call'
import { supportsLockType } from '../../core/supports-lock-type'
import type { LockOptions, PanelOfLock } from './lock-options'

/** The vendor's operations; types alone, so that no flow brings a contract along. */
type Calls = CallsOf<typeof allActions>
export type ActionName = keyof Calls
export type ResultOfCall<Name extends ActionName> = Calls[Name]['result']

/** Longer than a lock takes that is awake; the vendor's own SDK waits as long. */
const REPORT_TIMEOUT_MS = 15_000

/** A lock as its flows see it. */
export interface LockContext {
  readonly deviceId: string
  readonly clock: Scheduler
  readonly reportTimeoutMs: number
  readonly options: LockOptions
  readonly holdSync: PanelOfLock['holdSync']
  /** Completes when the panel is closed. */
  readonly panelEvents$: PanelOfLock['events$']
  /** The panel can send it, and locks of this type have it. */
  readonly supports: (name: string) => boolean
  /** Fails with an UnsupportedError where `has` is false; nothing is sent then. */
  readonly call: <Name extends ActionName>(
    name: Name,
    params: Calls[Name]['params'],
    options?: CallOptions,
  ) => Promise<Calls[Name]['result']>
  /**
   * All pages of an operation that has them, each sent when it is asked for; a page that failed can be asked for again.
   * Throws an UnsupportedError where `has` is false.
   */
  readonly pages: <Name extends ActionName>(
    name: Name,
    params: Calls[Name]['params'] & Paged,
    options?: CallOptions,
  ) => AsyncIterableIterator<Calls[Name]['result']>
  /**
   * What stands beside the first operation that there is: the way of a flow over one of the families. Throws an
   * UnsupportedError where there is none of them.
   */
  readonly selectOperation: <Way>(
    flow: string,
    ways: readonly (readonly [ActionName, Way])[],
  ) => Way
}

export const lockContext = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): LockContext => {
  const { type, scheduler = realTime, reportTimeoutMs = REPORT_TIMEOUT_MS } = options
  if (typeof reportTimeoutMs !== 'number' || !(reportTimeoutMs > 0))
    throw new ParamsError({ action: 'lock' }, [
      { path: 'reportTimeoutMs', message: 'expected a time above 0' },
    ])
  type Request<Answer> = (name: string, params: unknown, options: CallOptions) => Answer
  const request = panel.apiRequest as Request<Promise<never>>
  const requestPages = panel.pages as Request<AsyncIterableIterator<never>>

  const supports = (name: string): boolean => {
    const action = panel.find(name)
    return action !== undefined && supportsLockType(action, type)
  }
  const refuseForeign = (name: string): void => {
    const action = panel.find(name)
    if (action !== undefined && !supportsLockType(action, type)) throw noSuchAction(action, type)
  }
  return {
    deviceId,
    clock: scheduler,
    reportTimeoutMs,
    options,
    holdSync: panel.holdSync,
    panelEvents$: panel.events$,
    supports,
    call: async (name, params, callOptions) => {
      refuseForeign(name)
      return request(name, params, { lockType: type, ...callOptions })
    },
    pages: (name, params, callOptions) => {
      refuseForeign(name)
      return requestPages(name, params, { lockType: type, ...callOptions })
    },
    selectOperation: (flow, ways) => {
      const found = ways.find(([name]) => supports(name))
      if (found === undefined)
        throw new UnsupportedError(
          { action: flow },
          `a lock of type ${type} has none of ${ways.map(([name]) => name).join(', ')} on this panel.`,
        )
      return found[1]
    },
  }
}

const noSuchAction = (
  { name: action, family }: { name: string } & Pick<ErrorOrigin, 'family'>,
  type: string,
) => new UnsupportedError({ action, family }, `a lock of type ${type} has no such operation.`)
