import type { ActionName } from './lock-context'
import type { LockOptions } from './lock-options'

/** One channel of a flow: the operations and options that its first call needs. `capabilities()` reads these lists. */
export interface Channel {
  readonly operations?: readonly ActionName[]
  readonly options?: readonly (keyof LockOptions)[]
  /** Every Bluetooth lock has this data point; another lock only if its schema contains it. */
  readonly dataPoint?: string
  /** The channel needs this data point in the host's `schema`; the cloud's list may contain openings only. */
  readonly inSchema?: string
}

/** A channel that needs operations only. */
export const over = (...operations: readonly ActionName[]): Channel => ({ operations })

export const TICKET = 'doorLock.passwordTicket'
