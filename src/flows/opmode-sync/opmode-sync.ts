import type { Issue } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { SyncedMethod } from '../../data-points/raw/synch-method'
import { type Attempt, startAttempt } from '../shared/attempt'
import { selectChannel } from '../shared/channel'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { withOwnInputs } from '../shared/own-inputs'
import { CLOUD_SYNC, PERMISSION, syncChannels } from './channels'
import { syncOverCloud } from './sync-over-cloud'
import { syncOverLock } from './sync-over-lock'
import type { SyncedOpmodes, SyncStep } from './synced-opmodes'

/**
 * Options of `syncOpmodes`.
 *
 * @example
 * ```ts
 * const options: SyncOptions = { known: [] }
 * ```
 */
export interface SyncOptions {
  /**
   * The last known methods of the requested kinds: the stored `methods` of an earlier result. Takes precedence over the
   * panel's own last list.
   */
  readonly known?: readonly SyncedMethod[]
}

/** A running synchronisation. */
export type SyncAttempt = Attempt<SyncStep, SyncedOpmodes>

/** Makes the lock report its unlocking methods. */
export interface OpmodeSync {
  /**
   * Synchronises the methods of some standard DP codes, such as `unlock_fingerprint`; by default of all. The cloud allows
   * one synchronisation in five seconds: further calls share the answer, or wait for the end of the window.
   *
   * With `dataPoints`, the panel sends the command to a Bluetooth lock, and the result is the lock's list. If the cloud
   * sends the command itself, the result says only that. Fails with a TimeoutError if the lock stops responding, and with
   * the LockError reason `packets-missing` if a part of the list was lost. Ends when the panel is closed.
   *
   * @example
   * ```ts
   * const cellar = lock(panel, seed.locks.cellar.id, { type: 'wifi-keepalive', clock })
   * const { by } = await cellar.syncOpmodes(['unlock_card']).done // 'cloud'
   * ```
   */
  readonly syncOpmodes: (codes?: readonly string[], options?: SyncOptions) => SyncAttempt
}

const origin = { action: 'syncOpmodes' }

/**
 * The opmode synchronisation flow of one lock.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi-keepalive', clock } as const
 * const { by } = await opmodeSync(panel, seed.locks.cellar.id, options).syncOpmodes().done
 * ```
 */
export const opmodeSync = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): OpmodeSync => {
  const lock = lockContext(panel, deviceId, options)
  const { dataPoints } = options
  const overLock = dataPoints && syncOverLock(lock, dataPoints, origin)
  const overCloud = syncOverCloud(lock)

  /** A permission of the cloud that this panel cannot use would be lost for other clients. */
  const selectSync = () => {
    const sync = selectChannel(lock, origin.action, syncChannels.opmodeSync, {
      [PERMISSION]: overLock,
      [CLOUD_SYNC]: overCloud,
    })
    if (sync === undefined)
      throw new UnsupportedError(origin, 'the option `dataPoints` is missing.')
    return sync
  }
  return withOwnInputs({
    syncOpmodes: (codes = [], syncOptions) => {
      const attempt: SyncAttempt = startAttempt(async (control) => {
        // A JavaScript caller may pass null.
        const known = syncOptions?.known ?? undefined
        throwIfInvalid(codes, known)
        const sync = selectSync()
        control.report({ step: 'requesting' })
        return sync(codes, known, control)
      })
      const closing = panel.events$.subscribe({ complete: attempt.cancel })
      const end = () => closing.unsubscribe()
      attempt.done.then(end, end)
      return attempt
    },
  })
}

const throwIfInvalid = (codes: unknown, known: unknown): void => {
  const issues: Issue[] = []
  if (!Array.isArray(codes) || !codes.every(isCode))
    issues.push({ path: 'codes', message: 'expected a list of standard DP codes' })
  if (known !== undefined && !(Array.isArray(known) && known.every(isMethod)))
    issues.push({ path: 'options.known', message: 'expected the methods of an earlier result' })
  if (issues.length > 0) throw new ParamsError(origin, issues)
}

const isCode = (code: unknown): boolean => typeof code === 'string' && /^\w+$/.test(code)

/** A panel may have read it from a storage. */
const isMethod = (method: Partial<SyncedMethod> | null | undefined): boolean =>
  typeof method?.hardId === 'number' && method.type !== undefined
