import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import type { AbortSignalLike } from '../../core/transport/abort-signal-like'
import type { DataPoints } from '../../data-points/data-points'
import { callHost } from '../shared/call-host'
import type { LockContext } from '../shared/lock-context'
import type { LockSync } from '../shared/lock-options'
import type { BleLink } from './ble-link'
import { CONFIG, SESSION_POINT } from './channels'
import { isHex, randomOf, requirePoint } from './host-link'
import type { IssuedRandom } from './send-random'

/** What the cloud has for the lock. */
export interface SessionConfig {
  /** Undefined: the lock has the current number. */
  readonly random: IssuedRandom | undefined
  /** Undefined: no list of removed users is available. */
  readonly removedUsers: LockSync['removedUser']
  /** The command for stored records; undefined if there are none. */
  readonly recordCommand: string | undefined
}

/** The data points of the link, or without one those of the vendor's app. Throws an UnsupportedError if both are missing. */
export const sessionDataPoints = (
  lock: LockContext,
  link: BleLink | undefined,
  origin: ErrorOrigin,
): DataPoints => {
  if (link !== undefined) return link.dataPoints
  const { dataPoints, lockSync } = lock.options
  if (dataPoints === undefined || lockSync === undefined)
    throw new UnsupportedError(
      origin,
      'without a link, the options dataPoints and lockSync are required.',
    )
  requirePoint(lock, SESSION_POINT, origin)
  return dataPoints
}

export const readSessionConfig = async (
  lock: LockContext,
  link: BleLink | undefined,
  origin: ErrorOrigin,
  signal: AbortSignalLike,
): Promise<SessionConfig> => {
  const { lockSync } = lock.options
  const synced: LockSync | undefined =
    lockSync && ((await callHost('lockSync', lockSync, lock, origin, signal)) ?? {})
  const { removedUser, lockRandom, lockRecord } = synced ?? {}
  const removedUsers = Array.isArray(removedUser) ? removedUser : synced && !link ? [] : undefined
  if (link === undefined)
    return {
      removedUsers,
      random: lockRandom?.distributed === true ? randomOf(lockRandom, origin) : undefined,
      recordCommand: commandOf(
        typeof lockRecord === 'string' ? { ins: lockRecord, distributed: true } : lockRecord,
        origin,
      ),
    }
  const config = await lock.call(CONFIG, { device_id: lock.deviceId }, { signal })
  const { lock_random, lock_record } = config
  return {
    removedUsers,
    random: lock_random.distributed === true ? lock_random : undefined,
    recordCommand: commandOf(lock_record, origin),
  }
}

const commandOf = (
  record: { readonly ins: string; readonly distributed?: boolean | undefined } | undefined,
  origin: ErrorOrigin,
): string | undefined => {
  if (record?.distributed !== true || record.ins === '') return undefined
  if (isHex(record.ins)) return record.ins
  throw new TransportError(origin, {
    delivery: 'not-sent',
    reason: 'the command for stored records is not hexadecimal text',
  })
}
