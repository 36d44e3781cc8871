import type { Action, LockType, ParamsOf, ResultOf } from '../../src/core/action'
import { UnsupportedError } from '../../src/core/errors/unsupported-error'
import { carrierOf } from '../../src/flows/shared/carrier'
import type { PanelOfLock } from '../../src/flows/shared/lock-options'
import type { Membership } from '../gateway-user'

/** Sends a route of the open API; a failed request is not retried. */
export type CallRoute = <R extends Action>(route: R, params: ParamsOf<R>) => Promise<ResultOf<R>>

/** What a pair may use to carry a call. */
export interface RouteAccess {
  readonly call: CallRoute
  /** The routes that are twins of an action by themselves. */
  readonly panel: PanelOfLock
  /** Of the signed-in user on the device. */
  readonly membership: Membership
  /** Selects between the routes of an action. */
  readonly type: LockType
}

/** A mini-program action, and how routes of the open API carry it. */
export interface Pair<A extends Action = Action> {
  readonly action: A
  /** Fails with an UnsupportedError before anything is sent if no route can carry these parameters. */
  carry(params: ParamsOf<A>, access: RouteAccess): Promise<ResultOf<A>>
  /**
   * Where the result differs from that of the mini-program family, by the path of the field, with the reason.
   */
  readonly differences?: Readonly<Record<string, string>>
}

/** For the compiler: an action with its pair. */
export const pair = <A extends Action>(
  action: A,
  carry: Pair<A>['carry'],
  differences?: Pair['differences'],
): Pair<A> => ({ action, carry, ...(differences && { differences }) })

/** An action whose routes say themselves how they carry it. */
export const twinPair = <A extends Action>(action: A, differences?: Pair['differences']): Pair<A> =>
  pair(
    action,
    async (params, { panel, type }) => {
      const carrier = carrierOf(panel, action.name, type, params)
      const request = panel.apiRequest as (name: string, params: unknown) => Promise<ResultOf<A>>
      return carrier.resultOf(await request(carrier.name, carrier.params))
    },
    differences,
  )

/** The route of an action cannot carry these parameters. */
export const notCarried = ({ name, family }: Action, reason: string): UnsupportedError =>
  new UnsupportedError({ action: name, family }, `${reason}.`)
