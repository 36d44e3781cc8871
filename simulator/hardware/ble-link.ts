import { filter, Observable, Subject, takeUntil } from 'rxjs'
import { TransportError } from '../../src/core/errors/transport-error'
import type { DataPoints } from '../../src/data-points/data-points'
import type { Cloud } from '../cloud'
import type { DeviceLink } from '../native/device-link'
import { findLock } from '../world/lock-for'
import { bleUnlockCheck } from './ble-unlock-check'
import { bytesOf, hexOf } from './hex'
import { RADIO_MS, sleepMsOf } from './link-to-lock'
import { lockDataPoints } from './lock-data-points'
import { schedule } from './schedule'

export interface BleLinkOptions {
  /** Of the lock's Bluetooth protocol. @default 3 */
  readonly majorVersion?: 3 | 4
}

/** What the Bluetooth stack of a phone holds of one connection to a lock. */
export interface SimulatedBleLink {
  /** The serial number of the next frame. A stack counts its own frames; who sends one made elsewhere sets it after. */
  sn: number
  readonly majorVersion: 3 | 4
  /** The data points of the lock over this connection; each command takes one serial number. */
  readonly dataPoints: DataPoints
  /** Hands an instruction over as it is; settled when it is on the air, which says nothing about the lock. */
  send(instruction: string): Promise<void>
  readonly broken$: Observable<void>
  /** The phone went out of reach: an instruction on the air is lost, and nothing more is sent or heard. */
  break(): void
}

/** Every connection counts from here. */
const FIRST_SN = 1
/** The version of the protocol, and the serial number; the rest is as of data point 71. */
const SN_BYTES = 4

/**
 * One Bluetooth connection between a phone and a lock. The lock takes a frame only under the number that it expects,
 * and passes over every other one without a word: a frame that was heard before, or one that was made for a connection
 * that is over, moves nothing.
 */
export const bleLink = (
  cloud: Cloud,
  link: DeviceLink,
  { majorVersion = 3 }: BleLinkOptions = {},
): SimulatedBleLink => {
  const lock = findLock(cloud.world, link.deviceId)
  const broken$ = new Subject<void>()
  // What was made for an older connection is none of this one's.
  delete lock.ble?.made
  let expectedSn = FIRST_SN
  let isBroken = false

  const throwIfUnreachable = () => {
    const reason = isBroken ? 'the link is broken' : 'the lock is out of reach'
    if (isBroken || !lock.online)
      throw new TransportError(
        { action: 'Bluetooth frame', attempt: 1 },
        { delivery: 'not-sent', reason },
      )
  }
  /** Whether the lock takes a frame; then it expects the next one under another number. */
  const isTaken = (sn: number, nextSn = sn + 1): boolean => {
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
          if (isTaken(sn)) subscriber.add(send(dps).subscribe(subscriber))
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
      if (made?.sn !== sn || version !== majorVersion || !isTaken(sn, made.nextSn)) return
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
