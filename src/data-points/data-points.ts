import type { Observable } from 'rxjs'

/** Values of data points, by code. */
export type DpValues = Readonly<Record<string, unknown>>

/** How the app reaches a lock: through the internet, the local network or Bluetooth. */
export type DpRoute = 'cloud' | 'local' | 'bluetooth'

/** Whether the app reaches a lock; what the host does not report is absent. */
export interface DpConnection {
  /** Whether the app reaches the lock over any route. */
  readonly online?: boolean
  /** The shortest of several routes. */
  readonly via?: DpRoute
  /** The lock sleeps, and executes a command when it wakes. */
  readonly asleep?: boolean
}

/** What the host knows of a lock, without asking it. */
export interface DpSnapshot extends DpConnection {
  /** The last reported values. */
  readonly dps: DpValues
}

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
  /** Reads what the host knows of the lock; absent if the host cannot report it. Fails with an SdkError. */
  readonly current?: (() => Promise<DpSnapshot>) | undefined
  /** Changes of the connection. Each subscription has its own listener at the host. */
  readonly connection$?: Observable<DpConnection> | undefined
}
