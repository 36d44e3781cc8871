import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import { currentUser } from '../shared/current-user'
import type { LockContext, ResultOfCall } from '../shared/lock-context'
import { type BoltState, boltIn } from './bolt-state'
import type { RemoteUnlockReason } from './reasons'
import { readSwitches } from './switches'
import type { RemoteUnlockKind } from './types'

/** The state of a lock before a command. */
export interface CheckedLock {
  /** Why the command would fail. */
  readonly why:
    | Extract<RemoteUnlockReason, 'switched-off' | 'offline' | 'no-permission'>
    | undefined
  readonly bolt: BoltState
  /** The number of the current user on the lock. */
  readonly lockUserId: number | undefined
  /** The current user. */
  readonly userId: string | undefined
}

export interface UnlockRequest {
  /** The switch that must be on; none for locking. */
  readonly kind?: RemoteUnlockKind
  /** A visitor requests the unlock at the lock, so the lock is awake even if the cloud shows it as offline. */
  readonly isRequested?: boolean
}

/** Short, because the cloud checks the same before it executes the command. */
const CHECK_MS = 5_000
const NO_PERMISSION = 1106
const NO_SUCH_USER = 2006

/**
 * Reads the switch, whether the lock is online, the current user, and the bolt, all in parallel. Never fails: if a value
 * cannot be read, or is not listed, the cloud decides.
 */
export const checkLock = async (
  context: LockContext,
  { kind, isRequested = false }: UnlockRequest,
  { signal }: CallOptions = {},
): Promise<CheckedLock> => {
  const { deviceId, supports, call } = context
  const options: CallOptions = { signal, deadlineMs: CHECK_MS }
  const device_id = deviceId
  const [switches, devices, user, status] = await Promise.all([
    readIf(kind !== undefined, () => readSwitches(context, options)),
    readIf(!isRequested && supports('device.getListByIds'), () =>
      call('device.getListByIds', { device_ids: deviceId }, options),
    ),
    readIf(kind !== undefined, () => currentUser(context, options)),
    readIf(supports('device.status'), () => call('device.status', { device_id }, options)),
  ])

  const why = () => {
    if (isForbidden(switches) || isForbidden(user) || codeOf(user) === NO_SUCH_USER)
      return 'no-permission'
    if (kind !== undefined && switches.value?.[kind] === false) return 'switched-off'
    const device = devices.value?.find(({ id }) => id === deviceId)
    return device?.online === false ? 'offline' : undefined
  }
  return {
    why: why(),
    bolt: boltOf(status),
    lockUserId: user.value?.lockUserId,
    userId: user.value?.userId,
  }
}

const boltOf = (read: ReadResult<ResultOfCall<'device.status'>>): BoltState => {
  if (read.value !== undefined) return boltIn(read.value)
  return 'error' in read ? 'unread' : 'unsupported'
}

interface ReadResult<T> {
  readonly value?: T
  readonly error?: unknown
}

const readIf = async <T>(isSupported: boolean, read: () => Promise<T>): Promise<ReadResult<T>> =>
  isSupported
    ? read().then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      )
    : {}

const codeOf = ({ error }: ReadResult<unknown>): unknown => isVendorError(error) && error.code

const isForbidden = (read: ReadResult<unknown>): boolean => codeOf(read) === NO_PERMISSION
