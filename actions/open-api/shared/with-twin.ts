import type { Action, ParamsOf, ResultOf, Twin } from '../../../src/core/action'
import type { deviceActions, doorLockActions } from '../../mini-program'

type Registry = typeof doorLockActions & typeof deviceActions
type MiniProgram = {
  readonly [Key in keyof Registry as Registry[Key]['name']]: {
    readonly params: ParamsOf<Registry[Key]>
    readonly result: ResultOf<Registry[Key]>
  }
}

interface Conversions<Of extends keyof MiniProgram, Route> {
  /** By default the same parameters. A text is the reason why the route cannot carry them. */
  readonly params?: (params: MiniProgram[Of]['params']) => ParamsOf<Route> | string
  /** By default the same result. */
  readonly result?: (result: ResultOf<Route>) => MiniProgram[Of]['result']
}

/**
 * Marks a route as the twin of a mini-program action: flows and gateways, which use the words of that family, send it where
 * the panel has no such action.
 */
export const withTwin = <const Of extends keyof MiniProgram, Route extends Action>(
  of: Of,
  route: Route,
  conversions: Conversions<Of, Route> = {},
): Route & Required<Pick<Action, 'twin'>> => ({ ...route, twin: { of, ...conversions } as Twin })
