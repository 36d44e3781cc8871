import type { Action, ParamsOf, ResultOf } from './action'
import type { CallOptions } from './pipeline/call'
import type { ReportOf } from './unknown-name'

/** Actions by any key; a call uses their names. Combine registries and an app's own actions by spreading. */
export type ActionRegistry = Readonly<Record<string, Action>>

/** Parameters and result of each action by the vendor's name; computed once for a registry. */
export type CallsOf<R extends ActionRegistry> = {
  readonly [Key in keyof R as R[Key]['name']]: {
    /** The type of the parameters. */
    readonly params: ParamsOf<R[Key]>
    /** The type of the result. */
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
type Arguments<Params> = {} extends Params
  ? [params?: Params, options?: CallOptions | string]
  : [params: Params, options?: CallOptions | string]

/** A registry that has a call with this name; costs the compiler less than a look-up in the names of all calls. */
type With<Name, Call = unknown> = { readonly [Key in Name & string]: Call }

/** A registry whose names are known only at run time has every name. */
type HasAny<Calls> = string extends keyof Calls ? true : false

/** The name itself, or what the compiler reports for a name that the registry does not have. */
export type NameIn<Calls, Name extends string> =
  Calls extends With<Name>
    ? Name
    : HasAny<Calls> extends true
      ? Name
      : ReportOf<keyof Calls, NoInfer<Name>>
/**
 * The type of the parameters of a call by its name; `unknown` for a registry whose names are known only at run
 * time.
 */
export type ParamsIn<Calls, Name> =
  Calls extends With<Name, { readonly params: infer Params }>
    ? Params
    : HasAny<Calls> extends true
      ? unknown
      : never
/** The types of the arguments after the name of a call: the parameters, then its options. */
export type ArgumentsIn<Calls, Name> =
  Calls extends With<Name, { readonly params: infer Params }>
    ? Arguments<Params>
    : [params?: unknown, options?: unknown]
/** The type of the result of a call by its name; `unknown` for a registry whose names are known only at run time. */
export type ResultIn<Calls, Name> =
  Calls extends With<Name, { readonly result: infer Result }>
    ? Result
    : HasAny<Calls> extends true
      ? unknown
      : never

/** The vendor's three forms of paging; `pages` requires one of them. */
export type Paged =
  | {
      /** The number of the page, from 1. */
      readonly page_no: number
    }
  | {
      /** The number of rows before the page. */
      readonly offset: number
    }
  | {
      /** The number of rows in a page; the next page begins after the `lastRowKey` of the answer. */
      readonly pageSize: number
    }
