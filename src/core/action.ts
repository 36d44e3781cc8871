import type { Contract } from './contract/contract'

/** The vendor's three families of operations; each has its own wire form, and its own meaning of an error code. */
export type Family = 'mini-program' | 'open-api' | 'panel'

/**
 * How dangerous it is to send an action again.
 *
 * - `read` changes nothing.
 * - `sync` makes the lock report, under the five-second window.
 * - `idempotent` leads to the same end state for the same parameters.
 * - `once` moves a bolt, makes a code, spends a ticket, or starts or cancels something that has no id.
 */
export type Safety = 'read' | 'sync' | 'idempotent' | 'once'

/** The kinds of lock by which the vendor's documents say who has an operation. */
export type LockType =
  | 'wifi'
  | 'wifi-keepalive'
  | 'wifi-video'
  | 'wifi-standard'
  | 'zigbee'
  | 'ble'
  | 'ble-gateway'
  | 'access-control'
  | 'any'

/** Where a `sync` action keeps what the five-second window asks about; each is the name of a field. */
export interface SyncFields {
  /** The parameter that names the device. */
  readonly device: string
  /** The parameter that names the DP codes, comma-separated; left out or empty it means all of them. */
  readonly codes?: string
  /** The field of the answer that is `true` for the one receiver who passes the command on to the lock. */
  readonly distributed?: string
}

/** A removal that was already carried out is answered "not found"; these codes say so. */
export interface Removal {
  readonly notFound: readonly number[]
  /** What the operation answers when it removes something. */
  readonly result: unknown
}

/** One vendor operation as data: what goes in, what comes out, how dangerous it is, which locks have it. */
export interface Action<Name extends string = string, Params = unknown, Result = unknown> {
  /** The vendor's own identifier, exactly as the vendor writes it. */
  readonly name: Name
  readonly family: Family
  /** The version on the wire, where the family has one. */
  readonly version?: string
  /** The versions of lock types that have another one under the same name. */
  readonly versions?: Readonly<Partial<Record<LockType, string>>>
  readonly safety: Safety
  readonly locks: readonly LockType[]
  readonly params: Contract<Params>
  readonly result: Contract<Result>
  /**
   * For routes: parameters that stand in the URL although the method has a body. What the name has in braces goes into
   * the path; the rest goes into the query of a GET or DELETE, and into the body of a POST or PUT.
   */
  readonly query?: readonly string[]
  /** For `sync` actions. */
  readonly sync?: SyncFields
  /** The parameter that carries a one-shot ticket: a call that holds one is never sent with it twice. */
  readonly ticket?: string
  /** For removals: a retry that is answered "not found" after a lost answer has succeeded. */
  readonly removes?: Removal
  /** For `once` actions: the action that shows whether a lost order was carried out. */
  readonly check?: string
}

export type ParamsOf<A> = A extends { readonly params: Contract<infer Params> } ? Params : never
export type ResultOf<A> = A extends { readonly result: Contract<infer Result> } ? Result : never

/** The dangerous classes say what the runtime has to know about them. */
type SafetyRules =
  | { readonly safety: 'read' | 'idempotent' }
  | { readonly safety: 'sync'; readonly sync: SyncFields }
  | { readonly safety: 'once'; readonly check: string }

/** Writes down a vendor operation, or one of an app's own. */
export const defineAction = <const Name extends string, Params, Result>(
  action: Action<Name, Params, Result> & SafetyRules,
): Action<Name, Params, Result> => action
