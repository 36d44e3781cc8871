import type { Observable } from 'rxjs'
import type { DataPoints } from '../../data-points/data-points'

/**
 * One connection to a lock, as the app's Bluetooth stack holds it. A connection that broke is over: the next one is
 * another link, which counts its frames anew.
 */
export interface BleLink {
  /**
   * The serial number of the next frame, against replay: the `_ble_sn` of WeChat's Bluetooth service. Read before an
   * instruction is made, and set to the vendor's `next_sn` as soon as it was: the two may be a getter and a setter.
   */
  sn: number
  /** The major version of the lock's Bluetooth protocol. @default 3 */
  readonly majorVersion?: 3 | 4
  /** The lock's data points over this connection. */
  readonly dataPoints: DataPoints
  /**
   * Writes an instruction, hexadecimal, to the lock as it is, without counting `sn`. Settles when it is written. A
   * failure leaves the outcome open, unless it is a TransportError whose delivery is `not-sent`.
   */
  send(instruction: string): PromiseLike<unknown>
  /** Gives something, or fails, when the connection breaks. Without it a broken link is noticed by its silence. */
  readonly broken$?: Observable<unknown>
}
