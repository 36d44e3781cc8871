import type { Issue } from '../../core/errors/issue'
import { ParamsError } from '../../core/errors/params-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { SyncedMethod } from '../../data-points/raw/synch-method'
import { type Attempt, startAttempt } from '../shared/attempt'
import { commandLockOf } from '../shared/command-lock'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { CLOUD_SYNC, syncOverCloud } from './sync-over-cloud'
import { syncOverLock } from './sync-over-lock'
import type { SyncedOpmodes, SyncStep } from './synced-opmodes'

export interface SyncOptions {
  /**
   * What the lock held last time, all of the kinds that are asked for: the `methods` of an earlier result that a panel
   * kept. Goes before what the panel remembers of this lock.
   */
  readonly known?: readonly SyncedMethod[]
}

export type SyncAttempt = Attempt<SyncStep, SyncedOpmodes>

/** Has the lock tell which unlocking methods it holds. */
export interface OpmodeSync {
  /**
   * Synchronises the methods of some standard DP codes, such as `unlock_fingerprint`; of all, if none is named. The
   * cloud allows it once in five seconds: further calls share the answer, or wait for the end of the window.
   *
   * With `dataPoints` a Bluetooth lock is told by the panel, and the result is its list. Where the cloud tells the lock
   * by itself, the result says no more than that. Fails with a TimeoutError where the lock falls silent, and with a
   * LockError `packets-missing` where a part of the list was lost. Ends with the panel.
   */
  readonly syncOpmodes: (codes?: readonly string[], options?: SyncOptions) => SyncAttempt
}

const origin = { action: 'syncOpmodes' }
const ASK = 'doorLock.getSyncableOpmodeTypes'

export const opmodeSync = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): OpmodeSync => {
  const lock = lockContext(panel, deviceId, options)
  const { dataPoints } = options
  const overLock =
    dataPoints && syncOverLock(lock, commandLockOf(panel, deviceId), dataPoints, origin)
  const overCloud = syncOverCloud(lock)

  /** Leave that the panel cannot use would be lost for everybody else. */
  const way = () => {
    if (overLock === undefined && lock.supports(ASK) && !lock.supports(CLOUD_SYNC))
      throw new UnsupportedError(origin, 'the lock was made without its `dataPoints`.')
    return lock.selectOperation(origin.action, [
      ...(overLock === undefined ? [] : ([[ASK, overLock]] as const)),
      [CLOUD_SYNC, overCloud],
    ])
  }
  return {
    syncOpmodes: (codes = [], given) => {
      const attempt: SyncAttempt = startAttempt(async (control) => {
        // An app written in JavaScript may give null.
        const known = given?.known ?? undefined
        throwIfWrong(codes, known)
        const sync = way()
        control.report({ step: 'asking' })
        return sync(codes, known, control)
      })
      const closing = panel.events$.subscribe({ complete: attempt.cancel })
      const end = () => closing.unsubscribe()
      attempt.done.then(end, end)
      return attempt
    },
  }
}

const throwIfWrong = (codes: unknown, known: unknown): void => {
  const issues: Issue[] = []
  if (!Array.isArray(codes) || !codes.every(isCode))
    issues.push({ path: 'codes', message: 'expected a list of standard DP codes' })
  if (known !== undefined && !(Array.isArray(known) && known.every(isMethod)))
    issues.push({ path: 'options.known', message: 'expected the methods of an earlier result' })
  if (issues.length > 0) throw new ParamsError(origin, issues)
}

const isCode = (code: unknown): boolean => typeof code === 'string' && /^\w+$/.test(code)

/** A panel may have read it back from a storage. */
const isMethod = (method: Partial<SyncedMethod> | null | undefined): boolean =>
  typeof method?.hardId === 'number' && method.type !== undefined
