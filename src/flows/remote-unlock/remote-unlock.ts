import type { Observable } from 'rxjs'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { AttemptControl } from '../shared/attempt'
import { type CommandKey, commandLockOf, runExclusive } from '../shared/command-lock'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { checkLock } from './check-lock'
import { openWithPassword, openWithTicket, shut } from './orders'
import { lockError, type RemoteUnlockReason } from './reasons'
import { type RejectKind, rejectRequest } from './reject'
import { type DoorRequest, doorRequests } from './requests'
import { type Run, startRun } from './run'
import { type RemoteUnlockSwitches, readSwitches, setSwitch } from './switches'
import type {
  RemoteUnlockAttempt,
  RemoteUnlockOptions,
  RemoteUnlockResult,
  RemoteUnlockStep,
  RemoteUnlockWay,
} from './types'

/** Whether an unlock has a chance; `unsupported` where the panel or this type of lock has no such operation. */
export type MayUnlock =
  | { readonly allowed: true }
  | {
      readonly allowed: false
      readonly why:
        | Extract<RemoteUnlockReason, 'switched-off' | 'offline' | 'no-permission'>
        | 'unsupported'
    }

/**
 * Opens and locks a door from afar, with one order for each wish.
 *
 * While an order is under way the same method gives the same attempt again, so a double tap is one wish; another one
 * fails at once with a LockError `busy`. That holds for all flows over one panel.
 */
export interface RemoteUnlock {
  /**
   * Opens with a fresh ticket (`doorLock.passwordFreeOpen`), and waits for the report of the lock.
   *
   * Fails with a `LockError<RemoteUnlockReason>` for what was found out beforehand or what the lock reported; with the
   * error of the cloud where that refused; with an `OutcomeUnknownError` where the order may have been carried out and
   * the lock reports nothing.
   */
  readonly unlock: (options?: RemoteUnlockOptions) => RemoteUnlockAttempt
  /** Shuts the bolt: `device.control`, or the data point `lock_motor_state` where the panel has no such operation. */
  readonly lock: (options?: RemoteUnlockOptions) => RemoteUnlockAttempt
  /**
   * Opens a Zigbee lock with a password that it has, of six digits. Fails with an UnsupportedError where the lock was made
   * without a `passwordCipher`.
   */
  readonly openDoor: (
    options: RemoteUnlockOptions & { readonly password: string },
  ) => RemoteUnlockAttempt
  /**
   * Asks beforehand, for a button that shall be grey. Never fails: what cannot be read is left to the cloud, and
   * counts as allowed.
   */
  readonly mayUnlock: (way?: RemoteUnlockWay) => Promise<MayUnlock>
  /** Which ways of remote unlocking are switched on. */
  readonly remoteUnlockSwitches: () => Promise<RemoteUnlockSwitches>
  /** Switches a way on or off; that without a password, if none is named. */
  readonly setRemoteUnlock: (isOn: boolean, way?: RemoteUnlockWay) => Promise<void>
  /**
   * Who asks at the door of a Wi-Fi lock, with the seconds that are left: one value each second, and `{ asks: false }`
   * when it is over. Without data points it reads `device.status` every three seconds, as long as somebody listens; else
   * once, for who asked before. Completes when the panel is closed, or the way to the lock ends.
   */
  readonly requests$: Observable<DoorRequest>
  /**
   * Lets in who asks: an unlock that does not mind an `offline` of the cloud, since the lock has just asked. `busy` while
   * an `unlock` is under way, and the other way round.
   */
  readonly accept: (options?: RemoteUnlockOptions) => RemoteUnlockAttempt
  /**
   * Refuses who asks. `cancelled` takes back an `accept` of your own: its attempt is cancelled, and the lock told; an
   * `unlock` goes on, and makes it fail with `busy`. Done when nobody waits any more.
   */
  readonly reject: (kind?: RejectKind) => Promise<void>
}

const ACCEPT: CommandKey = ['accept']

export const remoteUnlock = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): RemoteUnlock => {
  const context = lockContext(panel, deviceId, options)
  const door = commandLockOf(panel, deviceId)
  const originOf = (method: string): ErrorOrigin => ({ action: `remoteUnlock.${method}` })
  const once = <Step extends { readonly step: string }, Result>(
    method: string,
    wish: CommandKey,
    work: (control: AttemptControl<Step>) => Promise<Result>,
  ) => runExclusive(door, wish, work, () => lockError(originOf(method), 'busy'))

  const move = (
    method: string,
    wish: CommandKey,
    moveOptions: RemoteUnlockOptions | null | undefined,
    work: (run: Run) => Promise<RemoteUnlockResult>,
  ): RemoteUnlockAttempt =>
    once(method, wish, (control: AttemptControl<RemoteUnlockStep>) =>
      work(startRun(context, originOf(method).action, control, moveOptions ?? {})),
    )
  const letIn = async (opened: Promise<RemoteUnlockResult>): Promise<RemoteUnlockResult> => {
    const result = await opened
    door.answered.next()
    return result
  }

  return {
    unlock: (given) => move('unlock', ['unlock'], given, (run) => letIn(openWithTicket(run, {}))),
    accept: (given) =>
      move('accept', ACCEPT, given, (run) => letIn(openWithTicket(run, { asks: true }))),
    lock: (given) => move('lock', ['lock'], given, shut),
    openDoor: (given) => {
      // A caller in JavaScript may forget it.
      const password = given?.password
      return move('openDoor', ['openDoor', password], given, (run) =>
        letIn(openWithPassword(run, password)),
      )
    },
    mayUnlock: async (way = 'without-password') => {
      const action = way === 'with-password' ? 'doorLock.openDoor' : 'doorLock.passwordFreeOpen'
      if (!context.supports(action)) return { allowed: false, why: 'unsupported' }
      const { why } = await checkLock(context, { way })
      return why === undefined ? { allowed: true } : { allowed: false, why }
    },
    remoteUnlockSwitches: () => readSwitches(context),
    setRemoteUnlock: (isOn, way = 'without-password') => setSwitch(context, way, isOn),
    requests$: doorRequests(context, door),
    reject: (given) => {
      const kind = given ?? 'rejected'
      if (kind === 'cancelled' && door.order?.wish === ACCEPT) door.order.attempt.cancel()
      return once('reject', ['reject', kind], async () => {
        await rejectRequest(context, originOf('reject'), kind)
        door.answered.next()
      }).done
    },
  }
}
