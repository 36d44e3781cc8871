import type { Order } from './journal'
import type { World } from './world/world'

/** What an operation has at hand. */
export interface Cloud {
  readonly world: World
  /** The secret of the project: it encrypts the key of every ticket. */
  readonly accessKey: string
  /** How long the cloud waits before it lets a lock be synchronised again. */
  readonly syncIntervalMs: number
  readonly random: () => number
  /** Milliseconds since 1970. */
  now(): number
  /** Writes down an order that is carried out now. */
  record(order: Omit<Order, 'at'>): void
}
