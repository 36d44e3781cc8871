import type { CallOptions } from './pipeline/call'

/** A call in the vendor's own form. */
interface ObjectForm {
  readonly action?: unknown
  readonly params?: unknown
  readonly version?: string | undefined
}

/** A text in place of the options is the version, as in the vendor's `apiRequest(api, postData, version)`. */
export type OptionsOrVersion = CallOptions | string | null | undefined

export const callOptionsOf = (options: OptionsOrVersion): CallOptions =>
  typeof options === 'string' ? { version: options } : (options ?? {})

/** Name, parameters and options of a call by name, or in the object form, which has no type in JavaScript. */
export const callArguments = (
  nameOrForm: unknown,
  [params, options]: readonly [params?: unknown, options?: unknown],
): readonly [name: unknown, params: unknown, options: OptionsOrVersion] => {
  if (typeof nameOrForm !== 'object' || nameOrForm === null)
    return [nameOrForm, params, options as OptionsOrVersion]
  const { action, params: given, version } = nameOrForm as ObjectForm
  const second = params as OptionsOrVersion
  return [action, given, version === undefined ? second : { version, ...callOptionsOf(second) }]
}
