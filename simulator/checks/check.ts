import { refuse } from '../refusal'

/**
 * A check of one raw parameter. The checks are the simulator's own: with the codecs of the package, a wrong
 * encoding of the SDK would pass.
 */
export interface Check<T> {
  readonly optional: boolean
  /** Returns the value, or refuses it with its name. */
  readonly read: (value: unknown, name: string) => T
}

export type Checks = Readonly<Record<string, Check<unknown>>>
export type CheckedBy<C extends Checks> = {
  readonly [Name in keyof C]: C[Name] extends Check<infer T> ? T : never
}

/** A required parameter of a documented JSON type. */
export const check = <T>(
  isOfType: (value: unknown) => boolean,
  read: (value: never, name: string) => T,
): Check<T> => ({
  optional: false,
  read: (value, name) => {
    if (value === undefined || value === null) return refuse('param is empty', name)
    return isOfType(value) ? read(value as never, name) : refuse('param type error', name)
  },
})

/** In the vendor's samples an empty text means absent. */
const orEmptyText = <T>(inner: Check<T>): Check<T | undefined> => ({
  optional: inner.optional,
  read: (value, name) => (value === '' ? undefined : inner.read(value, name)),
})

export const optional = <T>(inner: Check<T>): Check<T | undefined> => ({
  optional: true,
  read: (value, name) => (value === undefined ? undefined : inner.read(value, name)),
})

export const optionalOrEmptyText = <T>(inner: Check<T>): Check<T | undefined> =>
  optional(orEmptyText(inner))
