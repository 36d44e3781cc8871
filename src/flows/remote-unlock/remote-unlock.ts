import type { Observable } from 'rxjs'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import type { AttemptControl } from '../shared/attempt'
import { type CommandKey, commandLockOf, runExclusive } from '../shared/command-lock'
import { lockContext } from '../shared/lock-context'
import type { LockOptions, PanelOfLock } from '../shared/lock-options'
import { EXECUTE, FREE_OPEN, OPEN_DOOR } from './channels'
import { checkLock } from './check-lock'
import { lockBolt, unlockBolt, unlockWithPassword } from './commands'
import { lockError, type RemoteUnlockReason } from './reasons'
import { type RejectKind, rejectRequest } from './reject'
import { type DoorRequest, doorRequests } from './requests'
import { type Run, startRun } from './run'
import { type RemoteUnlockSwitches, readSwitches, setSwitch } from './switches'
import type {
  RemoteUnlockAttempt,
  RemoteUnlockKind,
  RemoteUnlockOptions,
  RemoteUnlockResult,
  RemoteUnlockStep,
  UnlockOptions,
} from './types'

/** Whether an unlock can succeed; `unsupported` if the panel or this lock type has no such operation. */
export type MayUnlock =
  | { readonly allowed: true }
  | {
      readonly allowed: false
      readonly why:
        | Extract<RemoteUnlockReason, 'switched-off' | 'offline' | 'no-permission'>
        | 'unsupported'
    }

/**
 * Unlocks and locks a door remotely, with one command for each attempt.
 *
 * While a command is in progress, the same method returns the same attempt, so a double tap sends once; another method
 * fails at once with the LockError reason `busy`. This applies to all flows of one panel.
 */
export interface RemoteUnlock {
  /**
   * Unlocks with a new ticket (`doorLock.passwordFreeOpen`), or a Zigbee lock over the panel API
   * `tuya.m.zigbee.lock.remotepwd.execute`, and waits for the lock's report. Access control with several doors needs a
   * `channelId`. For a Bluetooth lock that sleeps behind its gateway, the step is `waking`, and the command is sent again with
   * another ticket after each refusal (2312).
   *
   * Fails with a `LockError<RemoteUnlockReason>` if the state of the lock prevents the command or the lock reports a
   * failure; with a `VendorError` if the cloud refuses; with an `OutcomeUnknownError` if the command may have executed and
   * the lock does not report.
   *
   * @example
   * ```ts
   * const attempt = frontDoor.unlock()
   * attempt.state$.subscribe(({ step }) => step)
   * const { reportedBy } = await attempt.done
   * ```
   */
  readonly unlock: (options?: UnlockOptions) => RemoteUnlockAttempt
  /**
   * Locks the bolt: `device.control`, or `tuya.m.zigbee.lock.remotepwd.execute` for a Zigbee lock; the data point
   * `lock_motor_state` if the panel supports neither. Over the routes, access control, a Bluetooth lock behind a gateway, and
   * a lock that refuses `device.control` are locked with a ticket.
   *
   * @example
   * ```ts
   * const { reportedBy } = await frontDoor.lock().done
   * ```
   */
  readonly lock: (options?: RemoteUnlockOptions) => RemoteUnlockAttempt
  /**
   * Unlocks a Zigbee lock with a six-digit password that is stored on it. Fails with an UnsupportedError without the
   * option `passwordCipher`.
   *
   * @example
   * ```ts
   * const cipher = passwordCipher({ accessKey: simulator.accessKey })
   * const options = { type: 'zigbee', clock, passwordCipher: cipher } as const
   * const garage = lock(panel, seed.locks.garage.id, options)
   * const attempt = garage.openDoor({ password: '111111' })
   * const outcome = await attempt.done.catch((error) => error)
   * ```
   */
  readonly openDoor: (
    options: RemoteUnlockOptions & { readonly password: string },
  ) => RemoteUnlockAttempt
  /**
   * Reads whether an unlock can succeed, to disable a button. Never fails: a value that cannot be read counts as allowed.
   *
   * @example
   * ```ts
   * const { allowed } = await frontDoor.mayUnlock()
   * ```
   */
  readonly mayUnlock: (kind?: RemoteUnlockKind) => Promise<MayUnlock>
  /**
   * Reads which kinds of remote unlock are switched on.
   *
   * @example
   * ```ts
   * const { 'without-password': isOn } = await frontDoor.remoteUnlockSwitches()
   * ```
   */
  readonly remoteUnlockSwitches: () => Promise<RemoteUnlockSwitches>
  /**
   * Switches a kind of remote unlock on or off; by default the one without a password, the only one of the panel API.
   *
   * @example
   * ```ts
   * await frontDoor.setRemoteUnlock(true)
   * ```
   */
  readonly setRemoteUnlock: (isOn: boolean, kind?: RemoteUnlockKind) => Promise<void>
  /**
   * Requests at the door of a Wi-Fi lock: one value each second with the remaining seconds, and `{ asks: false }` at the
   * end. Without data points, reads the status every three seconds while it has subscribers; with data points once, for an
   * earlier request. The number of an expired request is no request. Completes when the panel is closed, or the data points
   * complete.
   *
   * @example
   * ```ts
   * const requests: DoorRequest[] = []
   * const subscription = frontDoor.requests$.subscribe((request) => requests.push(request))
   * simulator.askToUnlock(frontDoor.deviceId)
   * subscription.unsubscribe()
   * ```
   */
  readonly requests$: Observable<DoorRequest>
  /**
   * Accepts the request at the door: an unlock that ignores `offline`, because the lock has just sent the request. Fails
   * with `busy` while an `unlock` is in progress, and vice versa.
   *
   * @example
   * ```ts
   * simulator.askToUnlock(frontDoor.deviceId)
   * const { reportedBy } = await frontDoor.accept().done
   * ```
   */
  readonly accept: (options?: UnlockOptions) => RemoteUnlockAttempt
  /**
   * Rejects the request at the door. `cancelled` withdraws your own `accept`: its attempt is cancelled, and the lock is
   * notified. Fails with `busy` while an `unlock` is in progress. Resolves when no request is open.
   *
   * @example
   * ```ts
   * simulator.askToUnlock(frontDoor.deviceId)
   * await frontDoor.reject()
   * ```
   */
  readonly reject: (kind?: RejectKind) => Promise<void>
}

const ACCEPT = 'accept'

/**
 * The remote unlock flow of one lock.
 *
 * @example
 * ```ts
 * const options = { type: 'wifi', clock } as const
 * const { unlock } = remoteUnlock(panel, seed.locks.frontDoor.id, options)
 * ```
 */
export const remoteUnlock = (
  panel: PanelOfLock,
  deviceId: string,
  options: LockOptions,
): RemoteUnlock => {
  const context = lockContext(panel, deviceId, options)
  const commandLock = commandLockOf(context)
  const originOf = (method: string): ErrorOrigin => ({ action: `remoteUnlock.${method}` })
  const exclusive = <Step extends { readonly step: string }, Result>(
    method: string,
    key: CommandKey,
    work: (control: AttemptControl<Step>) => Promise<Result>,
  ) => runExclusive(commandLock, key, work, () => lockError(originOf(method), 'busy'))

  const move = (
    method: string,
    key: CommandKey,
    moveOptions: RemoteUnlockOptions | null | undefined,
    work: (run: Run) => Promise<RemoteUnlockResult>,
  ): RemoteUnlockAttempt =>
    exclusive(method, key, (control: AttemptControl<RemoteUnlockStep>) =>
      work(startRun(context, originOf(method).action, control, moveOptions ?? {})),
    )
  const answerRequest = async (
    unlocked: Promise<RemoteUnlockResult>,
  ): Promise<RemoteUnlockResult> => {
    const result = await unlocked
    commandLock.requestAnswered.next()
    return result
  }

  return {
    unlock: (input) => {
      const channelId = input?.channelId
      return move('unlock', ['unlock', channelId], input, (run) =>
        answerRequest(unlockBolt(run, { channelId })),
      )
    },
    accept: (input) => {
      const channelId = input?.channelId
      return move('accept', [ACCEPT, channelId], input, (run) =>
        answerRequest(unlockBolt(run, { channelId, isRequested: true })),
      )
    },
    lock: (input) => move('lock', ['lock'], input, lockBolt),
    openDoor: (input) => {
      // A JavaScript caller may omit the options.
      const password = input?.password
      return move('openDoor', ['openDoor', password], input, (run) =>
        answerRequest(unlockWithPassword(run, password)),
      )
    },
    mayUnlock: async (kind = 'without-password') => {
      const actions = kind === 'with-password' ? [OPEN_DOOR] : [FREE_OPEN, EXECUTE]
      if (!actions.some(context.supports)) return { allowed: false, why: 'unsupported' }
      const { why } = await checkLock(context, { kind })
      return why === undefined ? { allowed: true } : { allowed: false, why }
    },
    remoteUnlockSwitches: () => readSwitches(context),
    setRemoteUnlock: (isOn, kind = 'without-password') => setSwitch(context, kind, isOn),
    requests$: doorRequests(context, commandLock),
    reject: (input) => {
      const kind = input ?? 'rejected'
      const { running } = commandLock
      if (kind === 'cancelled' && running !== undefined && running.key[0] === ACCEPT)
        running.attempt.cancel()
      return exclusive('reject', ['reject', kind], async () => {
        await rejectRequest(context, originOf('reject'), kind)
        commandLock.requestAnswered.next()
      }).done
    },
  }
}
