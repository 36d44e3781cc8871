import type { Action, LockType } from '../../core/action'
import type { ErrorOrigin } from '../../core/errors/sdk-error'
import { UnsupportedError } from '../../core/errors/unsupported-error'
import { supportsLockType } from '../../core/supports-lock-type'
import type { PanelOfLock } from './lock-options'

/** What a panel sends for an action: the action itself, or the route that carries it. */
export interface Carrier {
  readonly name: string
  readonly params: unknown
  /** The result in the words of the action. */
  readonly resultOf: <T>(result: T) => T
}

/**
 * The operation, or the route that carries it, where the panel does not have the operation for this lock type; with several
 * routes, the first one that names exactly this lock type, else the first one that supports it.
 */
export const operationOf = (
  { find, twinsOf = () => [] }: PanelOfLock,
  name: string,
  type: LockType,
): Action | undefined => {
  const action = find(name)
  if (action !== undefined && supportsLockType(action, type)) return action
  const twins = twinsOf(name)
  return (
    twins.find(({ locks }) => locks.includes(type)) ??
    twins.find((twin) => supportsLockType(twin, type)) ??
    action ??
    twins[0]
  )
}

/** Throws an UnsupportedError if the lock type has no such operation, or the route cannot carry these parameters. */
export const carrierOf = (
  panel: PanelOfLock,
  name: string,
  type: LockType,
  params: unknown,
): Carrier => {
  const action = operationOf(panel, name, type)
  if (action !== undefined && !supportsLockType(action, type))
    throw new UnsupportedError(
      originOf(action),
      `a lock of type ${type} does not support it. To send it anyway, call apiRequest of the panel.`,
    )
  const twin = action?.twin
  if (action === undefined || twin?.of !== name) return { name, params, resultOf: (same) => same }
  const converted = twin.params === undefined ? params : twin.params(params)
  if (typeof converted === 'string') throw new UnsupportedError(originOf(action), `${converted}.`)
  return {
    name: action.name,
    params: converted,
    resultOf: <T>(result: T) => (twin.result === undefined ? result : (twin.result(result) as T)),
  }
}

/** Not a generator: every page that is requested is sent at once, also after a failed one. */
export const mappedPages = <Page>(
  pages: AsyncIterableIterator<Page>,
  resultOf: (page: Page) => Page,
): AsyncIterableIterator<Page> => {
  const mapped: AsyncIterableIterator<Page> = {
    ...pages,
    next: async () => {
      const one = await pages.next()
      return one.done === true ? one : { done: false, value: resultOf(one.value) }
    },
    [Symbol.asyncIterator]: () => mapped,
  }
  return mapped
}

const originOf = ({ name: action, family }: Action): ErrorOrigin => ({ action, family })
