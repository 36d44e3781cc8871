import type { Observable } from 'rxjs'

/** Values of data points, by code. */
export type DpValues = Readonly<Record<string, unknown>>

/**
 * The channel to a lock's data points through a host. Keys are codes, also if the host uses ids, because ids differ between
 * locks: fingerprints are 1 on one lock and 12 on another.
 */
export interface DataPoints {
  /**
   * Sends on subscription; completes without a value when the app accepted the values, which does not mean that the lock
   * received them. Fails with an UnsupportedError for a code that the lock does not have; nothing is sent then.
   */
  send(dps: DpValues): Observable<never>
  /** The lock's reports, one value for each packet. Each subscription has its own listener at the host. */
  readonly reports$: Observable<DpValues>
}
