import type { Subscriber, TeardownLogic } from 'rxjs'

export const isPromise = (value: unknown): value is PromiseLike<unknown> =>
  typeof (value as Partial<PromiseLike<unknown>> | null | undefined)?.then === 'function'

/**
 * Whether a promise can resolve with the value. It reads `then` of it: a function there replaces the value, and an error
 * there, as of a proxy of a host, is the rejection.
 */
export const mayResolve = (value: unknown): boolean => {
  try {
    return !isPromise(value)
  } catch {
    return false
  }
}

/** Ignores the rejection of what a host has returned, which may be a promise where none is expected. */
export const ignoreRejection = <T>(returned: T): T => {
  if (isPromise(returned)) returned.then(undefined, () => undefined)
  return returned
}

/** Calls a host for its effect, such as an abort; ignores an error and a rejected promise. */
export const callQuietly = (call: () => unknown): void => {
  try {
    ignoreRejection(call())
  } catch {
    // Nothing depends on the effect.
  }
}

/** Adds a listener of `subscriber` to a host, and removes it with the subscription. */
export const listen = (
  subscriber: Subscriber<never>,
  add: () => unknown,
  remove: () => unknown,
): TeardownLogic => {
  const added = add()
  if (isPromise(added)) added.then(undefined, (error: unknown) => subscriber.error(error))
  return () => callQuietly(remove)
}
