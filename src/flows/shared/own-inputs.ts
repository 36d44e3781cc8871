import { copyJson } from '../../core/json/copy-json'

/**
 * The same methods; each uses its inputs as they were at the call, because a caller may change its objects while a call
 * waits. Members other than methods stay.
 */
export const withOwnInputs = <Methods extends object>(methods: Methods): Methods => {
  const members = methods as Readonly<Record<string, unknown>>
  const own: Record<string, unknown> = {}
  for (const name of Object.keys(members)) {
    const member = members[name]
    own[name] =
      typeof member === 'function'
        ? // No method of a flow has more.
          (one: unknown, two: unknown, three: unknown) =>
            member(copyInput(one), copyInput(two), copyInput(three))
        : member
  }
  return own as Methods
}

const copyInput = (input: unknown): unknown => {
  try {
    const copied = copyJson(input)
    // A signal may be a plain object, which changes when it aborts.
    const { signal } = Object(input) as { readonly signal?: unknown }
    return signal === undefined ? copied : Object.assign(copied as object, { signal })
  } catch {
    // The method says what is wrong with it.
    return input
  }
}
