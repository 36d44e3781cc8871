import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { TransportError } from '../../core/errors/transport-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { isVendorError } from '../../core/errors/vendor-error'
import { radioOf } from '../../core/supports-lock-type'
import { bleUnlockCheck } from '../../data-points/raw/ble-unlock-check'
import { callHost } from '../shared/call-host'
import { currentUser } from '../shared/current-user'
import { linkFailure } from '../shared/link-failure'
import type { LockContext } from '../shared/lock-context'
import type { LockRandom } from '../shared/lock-options'
import type { BleLink } from './ble-link'
import type { BleOperation, FetchInstruction } from './fetch-instruction'
import type { FetchConfig } from './prepare'
import type { IssuedRandom } from './send-random'

const CHECK = 'ble_unlock_check'
/** The vendor's app does not distinguish masters. */
const ANY_MASTER = 'ffff'

interface HostLink {
  readonly link: BleLink
  readonly fetchConfig: FetchConfig
  readonly fetchInstruction: FetchInstruction
}

/**
 * The connection of the vendor's app, which frames data points itself: the instruction is data point 71, built from the
 * random number of the app. Throws an UnsupportedError if the lock or its options lack something.
 */
export const hostLink = (
  lock: LockContext,
  operation: BleOperation,
  origin: ErrorOrigin,
): HostLink => {
  const { dataPoints, lockRandom } = lock.options
  const unsupported = (what: string) => new UnsupportedError(origin, what)
  if (dataPoints === undefined || lockRandom === undefined)
    throw unsupported('without a link, the options dataPoints and lockRandom are required.')
  requirePoint(lock, CHECK, origin)

  return {
    link: {
      sn: 0,
      dataPoints,
      send: (instruction) =>
        new Promise<void>((resolve, reject) => {
          dataPoints.send({ [CHECK]: instruction }).subscribe({
            error: (error: unknown) => reject(sendFailure(error, origin)),
            complete: resolve,
          })
        }),
    },
    fetchConfig: async ({ signal }) => {
      const random = await callHost('lockRandom', lockRandom, lock, origin, signal)
      return { lock_random: randomOf(random, origin) }
    },
    fetchInstruction: async ({ ins: random, dev_unlock_id: slaveId }, options) => {
      const { lockUserId: memberId } = await currentUser(lock, options)
      if (memberId === undefined)
        throw unsupported('the cloud did not return the number of the user on the lock.')
      const instruction = bleUnlockCheck.encode({
        masterId: ANY_MASTER,
        slaveId,
        random,
        operation,
        atMs: lock.cloudNow(),
        by: 'app',
        memberId,
      })
      return { instruction, next_sn: 0 }
    },
  }
}

/** Throws an UnsupportedError for another type of lock, and if the schema lacks the data point. */
export const requirePoint = (
  { options: { type, schema } }: LockContext,
  code: string,
  origin: ErrorOrigin,
): void => {
  if (radioOf(type) !== 'ble' || (schema !== undefined && schema.idOf(code) === undefined))
    throw new UnsupportedError(origin, `this lock has no data point ${code}.`)
}

/** Checks the random number that the app returned; throws a TransportError for an incomplete one. */
export const randomOf = (random: LockRandom | undefined, origin: ErrorOrigin): IssuedRandom => {
  const { devUnlockId = '', ins = '', wakeUpIns = '', distributed } = random ?? {}
  if (![devUnlockId, ins, wakeUpIns].every(isHex))
    throw new TransportError(origin, {
      delivery: 'not-sent',
      reason: 'lockRandom did not return devUnlockId, ins and wakeUpIns as hexadecimal text',
    })
  return { dev_unlock_id: devUnlockId, ins, wake_up_ins: wakeUpIns, distributed }
}

export const isHex = (text: unknown): boolean =>
  typeof text === 'string' && /^(?:[\da-f]{2})+$/i.test(text)

/** A host that refuses a command has not sent it. */
const sendFailure = (error: unknown, origin: ErrorOrigin): unknown => {
  const failure = linkFailure(error, origin)
  return isVendorError(failure)
    ? new TransportError(origin, { delivery: 'not-sent', reason: 'the app refused the command' })
    : failure
}
