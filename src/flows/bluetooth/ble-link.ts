import type { Observable } from 'rxjs'
import type { DataPoints } from '../../data-points/data-points'

/**
 * One connection of the app's Bluetooth stack to a lock. A broken connection cannot be used again; the next one is another
 * link with its own frame numbers.
 *
 * @example
 * ```ts
 * const link: BleLink = simulator.asBleLink({ deviceId: seed.locks.gardenGate.id })
 * const { sn } = link
 * ```
 */
export interface BleLink {
  /**
   * The serial number of the next frame, which prevents replay: `_ble_sn` of WeChat's Bluetooth service. The flow reads it
   * before it requests an instruction, and then sets it to the vendor's `next_sn`. It may be a getter and a setter.
   */
  sn: number
  /** The major version of the lock's Bluetooth protocol. @default 3 */
  readonly majorVersion?: 3 | 4
  /** The lock's data points over this connection. */
  readonly dataPoints: DataPoints
  /**
   * Writes a hexadecimal instruction to the lock unchanged, without incrementing `sn`. Settles when it is written. After a
   * failure the outcome is unknown, unless it is a TransportError with the delivery `not-sent`.
   */
  send(instruction: string): PromiseLike<unknown>
  /** Emits or fails when the connection breaks. Without it, a broken link is detected by a time-out. */
  readonly broken$?: Observable<unknown>
}
