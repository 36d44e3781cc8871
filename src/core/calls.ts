import type { Action, ParamsOf, ResultOf } from './action'
import type { CallOptions } from './pipeline/call'

/** Actions by any key; what counts is their names. Registries and an app's own actions are put together by spreading. */
export type ActionRegistry = Readonly<Record<string, Action>>

/** What the compiler looks calls up in: mapped once for a registry, by the vendor's names. */
export type CallsOf<R extends ActionRegistry> = {
  readonly [Key in keyof R as R[Key]['name']]: {
    readonly params: ParamsOf<R[Key]>
    readonly result: ResultOf<R[Key]>
  }
}

export type AnyCalls = Readonly<
  Record<string, { readonly params: unknown; readonly result: unknown }>
>

/** An action without required parameters may be called by its name alone. */
export type Arguments<Params> = {} extends Params
  ? [params?: Params, options?: CallOptions]
  : [params: Params, options?: CallOptions]

/** The parameters by which the vendor pages: the compiler refuses `pages` of an operation that has none of them. */
export type Paged =
  | { readonly page_no: number }
  | { readonly offset: number }
  | { readonly pageSize: number }
