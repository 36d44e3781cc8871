import type { Action, ParamsOf, ResultOf } from './action'
import type { CallOptions } from './pipeline/call'

/** Actions by any key; a call uses their names. Combine registries and an app's own actions by spreading. */
export type ActionRegistry = Readonly<Record<string, Action>>

/** Parameters and result of each action by the vendor's name; computed once for a registry. */
export type CallsOf<R extends ActionRegistry> = {
  readonly [Key in keyof R as R[Key]['name']]: {
    readonly params: ParamsOf<R[Key]>
    readonly result: ResultOf<R[Key]>
  }
}

export type AnyCalls = Readonly<
  Record<string, { readonly params: unknown; readonly result: unknown }>
>

/**
 * The parameters are optional where the action requires none. A text in place of the options is the version on the wire, as in
 * the vendor's `apiRequest(api, postData, version)`.
 */
export type Arguments<Params> = {} extends Params
  ? [params?: Params, options?: CallOptions | string]
  : [params: Params, options?: CallOptions | string]

/** The vendor's three forms of paging; `pages` requires one of them. */
export type Paged =
  | { readonly page_no: number }
  | { readonly offset: number }
  | { readonly pageSize: number }
