import { isVendorError } from '../../core/errors/vendor-error'
import type { CallOptions } from '../../core/pipeline/call'
import type { LockContext } from '../shared/lock-context'
import { type BoltState, boltIn } from './bolt-state'
import type { RemoteUnlockReason } from './reasons'
import type { RemoteUnlockWay } from './types'

/** What was found out about a lock before an order. */
export interface CheckedLock {
  /** Why the order would be in vain. */
  readonly why:
    | Extract<RemoteUnlockReason, 'switched-off' | 'offline' | 'no-permission'>
    | undefined
  readonly bolt: BoltState
  /** The number of the current user on the lock. */
  readonly lockUserId: number | undefined
}

export interface Wanted {
  /** The way that has to be switched on; none for locking. */
  readonly way?: RemoteUnlockWay
  /** The lock asks, so it is awake, whatever the cloud still shows. */
  readonly asks?: boolean
}

/** A door should not wait long for what the cloud looks after anyway. */
const CHECK_MS = 5_000
const CURRENT_USER = '0'
const NO_PERMISSION = 1106
const NO_SUCH_USER = 2006

/** The vendor's names of the ways. */
export const vendorWays = {
  'without-password': 'remoteUnlockWithoutPwd',
  'with-password': 'remoteUnlockWithPwd',
} as const

/**
 * Reads the switch of the way, whether the lock is online, who the current user is, and the bolt; all at once. Never
 * fails: what cannot be read, or is not listed, is left to the cloud to decide.
 */
export const checkLock = async (
  { deviceId, supports, call }: LockContext,
  { way, asks = false }: Wanted,
  { signal }: CallOptions = {},
): Promise<CheckedLock> => {
  const options: CallOptions = { signal, deadlineMs: CHECK_MS }
  const device_id = deviceId
  const [switches, devices, user, status] = await Promise.all([
    reading(way !== undefined && supports('doorLock.remoteUnlocks'), () =>
      call('doorLock.remoteUnlocks', { device_id }, options),
    ),
    reading(!asks && supports('device.getListByIds'), () =>
      call('device.getListByIds', { device_ids: deviceId }, options),
    ),
    reading(way !== undefined && supports('doorLock.getUser'), () =>
      call('doorLock.getUser', { device_id, user_id: CURRENT_USER }, options),
    ),
    reading(supports('device.status'), () => call('device.status', { device_id }, options)),
  ])

  const why = () => {
    if (isForbidden(switches) || isForbidden(user) || codeOf(user) === NO_SUCH_USER)
      return 'no-permission'
    const row = switches.value?.find(
      ({ remote_unlock_type }) => way !== undefined && remote_unlock_type === vendorWays[way],
    )
    if (row?.open === false) return 'switched-off'
    const device = devices.value?.find(({ id }) => id === deviceId)
    return device?.online === false ? 'offline' : undefined
  }
  return {
    why: why(),
    bolt: boltIn(status.value),
    lockUserId: user.value?.lock_user_id,
  }
}

interface Reading<T> {
  readonly value?: T
  readonly error?: unknown
}

const reading = async <T>(isOffered: boolean, read: () => Promise<T>): Promise<Reading<T>> =>
  isOffered
    ? read().then(
        (value) => ({ value }),
        (error: unknown) => ({ error }),
      )
    : {}

const codeOf = ({ error }: Reading<unknown>): unknown => isVendorError(error) && error.code

const isForbidden = (read: Reading<unknown>): boolean => codeOf(read) === NO_PERMISSION
