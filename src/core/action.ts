import type { Contract } from './contract/contract'

/** The vendor's three families of operations. Each has its own wire format and its own error codes. */
export type Family = 'mini-program' | 'open-api' | 'panel'

/**
 * How dangerous it is to resend an action.
 *
 * - `read` changes nothing.
 * - `sync` makes the lock report its state; the five-second window applies.
 * - `idempotent` produces the same end state for the same parameters.
 * - `once` is a command: it moves a bolt, creates a code, spends a ticket, or starts or cancels something without an id.
 */
export type Safety = 'read' | 'sync' | 'idempotent' | 'once'

/** The lock types by which the vendor's documents say which locks support an operation. */
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

/** The fields of a `sync` action that the five-second window reads. */
export interface SyncFields {
  /** The parameter that names the device. */
  readonly device: string
  /** The parameter with the comma-separated DP codes; absent or empty means all codes. */
  readonly codes?: string
  /** The field of the answer that is `true` for the one receiver that must pass the command on to the lock. */
  readonly distributed?: string
}

/** How a removal that has already executed is answered. */
export interface Removal {
  /** The vendor's codes for "not found". */
  readonly notFound: readonly number[]
  /** The result of a successful removal. */
  readonly result: unknown
}

/** How a route of the open API carries a mini-program action. */
export interface Twin {
  /** The mini-program action. */
  readonly of: string
  /** The parameters of the route; by default the same. A text is the reason why the route cannot carry them. */
  readonly params?: (params: unknown) => unknown
  /** The result of the mini-program action; by default the same. */
  readonly result?: (result: unknown) => unknown
}

/** One vendor operation as data: parameters, result, safety class and supported lock types. */
export interface Action<Name extends string = string, Params = unknown, Result = unknown> {
  /** The vendor's own identifier, exactly as the vendor writes it. */
  readonly name: Name
  /** The family, which determines the wire format and the meaning of codes. */
  readonly family: Family
  /** The version on the wire, where the family has one. */
  readonly version?: string
  /** Lock types that use another version of the same name. */
  readonly versions?: Readonly<Partial<Record<LockType, string>>>
  /** Whether the action may be resent. */
  readonly safety: Safety
  /** The lock types that the documents name for the operation. */
  readonly locks: readonly LockType[]
  /**
   * More lock types that have the operation by another document, by a report or by the vendor's own panels. A call for one of
   * them is sent, with a warning event.
   */
  readonly reportedLocks?: readonly LockType[]
  /** The contract of the parameters; a call that breaks it is a ParamsError, and nothing is sent. */
  readonly params: Contract<Params>
  /** The contract of the result, which the answer is decoded with. */
  readonly result: Contract<Result>
  /**
   * For routes: parameters that belong in the query although the method has a body. Names in braces go into the path;
   * all others go into the query of a GET or DELETE, and into the body of a POST or PUT.
   */
  readonly query?: readonly string[]
  /** For `sync` actions. */
  readonly sync?: SyncFields
  /** The parameter with a single-use ticket. A ticket is never sent twice. */
  readonly ticket?: string
  /** For removals: "not found" on a retry after a lost answer is a success. */
  readonly removes?: Removal
  /** For routes that carry a mini-program action. */
  readonly twin?: Twin
  /** For `once` actions: the action that shows whether a command with an unknown outcome executed. */
  readonly check?: string
}

/** The type of the parameters of an action. */
export type ParamsOf<A> = A extends { readonly params: Contract<infer Params> } ? Params : never
/** The type of the result of an action. */
export type ResultOf<A> = A extends { readonly result: Contract<infer Result> } ? Result : never

/** The fields that a safety class requires. */
type SafetyRules =
  | {
      /** The safety class; `sync` and `once` require a further field. */
      readonly safety: 'read' | 'idempotent'
    }
  | {
      readonly safety: 'sync'
      /** Which parameters the five-second window reads. */
      readonly sync: SyncFields
    }
  | {
      readonly safety: 'once'
      /** The action that shows whether a command with an unknown outcome executed. */
      readonly check: string
    }

/**
 * Defines a vendor operation, or an operation of the app's own server.
 *
 * @example
 * ```ts
 * const beep = defineAction({
 *   name: 'app.beep',
 *   family: 'mini-program',
 *   safety: 'idempotent',
 *   locks: ['any'],
 *   params: doorLockActions.passwordTicket.params,
 *   result: doorLockActions.setHijack.result,
 * })
 * const ownPanel = createPanel({ actions: { ...allActions, beep }, transport })
 * ```
 */
export const defineAction = <const Name extends string, Params, Result>(
  action: Action<Name, Params, Result> & SafetyRules,
): Action<Name, Params, Result> => action
