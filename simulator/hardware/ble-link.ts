import { filter, Observable, Subject, takeUntil } from 'rxjs'
import { TransportError } from '../../src/core/errors/transport-error'
import type { DataPoints } from '../../src/data-points/data-points'
import type { Cloud } from '../cloud'
import { findLock } from '../world/lock-for'
import { bleUnlockCheck } from './ble-commands'
import type { DeviceLink } from './device-link'
import { RADIO_MS } from './device-link'
import { bytesOf, hexOf } from './hex'
import { lockDataPoints } from './lock-data-points'
import { schedule, sleepMsOf } from './schedule'

/**
 * The options of `simulator.asBleLink`.
 *
 * @example
 * ```ts
 * const options: BleLinkOptions & HostOptions = { deviceId: seed.locks.loft.id, majorVersion: 4 }
 * const link = simulator.asBleLink(options)
 * ```
 */
export interface BleLinkOptions {
  /** The version of the lock's Bluetooth protocol. @default 3 */
  readonly majorVersion?: 3 | 4
}

/** One connection to a lock in the Bluetooth stack of a phone. */
export interface SimulatedBleLink {
  /** The serial number of the next frame. The stack counts its own frames; after an instruction the app sets it. */
  sn: number
  /** The version of the lock's Bluetooth protocol. */
  readonly majorVersion: 3 | 4
  /** The data points of the lock over this connection; each command uses one serial number. */
  readonly dataPoints: DataPoints
  /** Sends an instruction unchanged; resolves when it is sent, which is no confirmation of the lock. */
  send(instruction: string): Promise<void>
  /** Emits once when the connection breaks. */
  readonly broken$: Observable<void>
  /** Breaks the connection: an instruction in flight is lost, and no frame is sent or received afterwards. */
  break(): void
}

/** The first serial number of a connection. */
const FIRST_SN = 1
/** The serial number, after the version of the protocol; the rest is data point 71. */
const SN_BYTES = 4

/**
 * One Bluetooth connection between a phone and a lock. The lock accepts a frame only with the expected number
 * and ignores every other one: a replayed frame, or one for a connection
 * that has ended, does not move the bolt.
 */
export const bleLink = (
  cloud: Cloud,
  link: DeviceLink,
  { majorVersion = 3 }: BleLinkOptions = {},
): SimulatedBleLink => {
  const lock = findLock(cloud.world, link.deviceId)
  const broken$ = new Subject<void>()
  // An instruction for an older connection is invalid in this one.
  delete lock.ble?.made
  let expectedSn = FIRST_SN
  let isBroken = false

  const throwIfUnreachable = () => {
    const reason = isBroken ? 'the connection is broken' : 'the lock is out of reach'
    if (isBroken || !lock.online)
      throw new TransportError(
        { action: 'Bluetooth frame', attempt: 1 },
        { delivery: 'not-sent', reason },
      )
  }
  /** Whether the lock accepts a frame; then it expects the next number. */
  const isAccepted = (sn: number, nextSn = sn + 1): boolean => {
    if (sn !== expectedSn) return false
    expectedSn = nextSn
    return true
  }
  const { send, reports$ } = lockDataPoints(link)

  const phone: SimulatedBleLink = {
    sn: FIRST_SN,
    majorVersion,
    dataPoints: {
      send: (dps) =>
        new Observable((subscriber) => {
          throwIfUnreachable()
          const sn = phone.sn
          phone.sn += 1
          if (isAccepted(sn)) subscriber.add(send(dps).subscribe(subscriber))
          else subscriber.complete()
        }),
      reports$: reports$.pipe(
        filter(() => !isBroken),
        takeUntil(broken$),
      ),
    },
    send: async (instruction) => {
      throwIfUnreachable()
      const [version, ...bytes] = bytesOf(instruction) ?? []
      const sn = Number.parseInt(hexOf(bytes.slice(0, SN_BYTES)), 16)
      const made = lock.ble?.made
      if (made?.sn !== sn || version !== majorVersion || !isAccepted(sn, made.nextSn)) return
      const command = hexOf(bytes.slice(SN_BYTES))
      const sleepMs = sleepMsOf(cloud, lock)
      if (Number.isFinite(sleepMs))
        schedule(cloud, sleepMs + RADIO_MS, () => {
          if (lock.online && !isBroken) bleUnlockCheck(cloud, lock, command)
        })
    },
    broken$: broken$.asObservable(),
    break: () => {
      isBroken = true
      broken$.next()
    },
  }
  return phone
}
