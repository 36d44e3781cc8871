import type { Observable } from 'rxjs'

/** Values of data points by their codes. */
export type DpValues = Readonly<Record<string, unknown>>

/**
 * The way to a lock's data points through a host. Keys are codes, whatever the host writes: ids differ from lock to
 * lock, fingerprints are 1 on one and 12 on another.
 */
export interface DataPoints {
  /**
   * Sends on subscription; gives nothing and completes when the app has taken the values, which says nothing about the
   * lock. Fails with an UnsupportedError for a code that the lock does not have; nothing is sent then.
   */
  send(dps: DpValues): Observable<never>
  /** What the lock reports, one value a packet. Each subscription listens by itself, and stops by itself. */
  readonly reports$: Observable<DpValues>
}
