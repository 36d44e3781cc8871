import { createContext, createElement, type ReactElement, type ReactNode, useContext } from 'react'
import type { Lock } from '../src/flows/lock'

const LockContext = createContext<Lock | undefined>(undefined)

/**
 * The properties of `LockProvider`.
 *
 * @example
 * ```ts
 * const props: LockProviderProps = { lock: frontDoor }
 * ```
 */
export interface LockProviderProps {
  /** Made once for a device, outside of components or in a memo: a new one starts with empty lists. */
  readonly lock: Lock
  /** The components whose hooks use this lock. */
  readonly children?: ReactNode
}

/**
 * Passes a lock on to the hooks below it.
 *
 * @example
 * ```ts
 * const app = createElement(LockProvider, { lock: frontDoor }, 'the panel')
 * ```
 */
export const LockProvider = ({ lock, children }: LockProviderProps): ReactElement =>
  createElement(LockContext.Provider, { value: lock }, children)

/**
 * The lock of the nearest `LockProvider`. Throws an Error without one.
 *
 * @example
 * ```ts
 * const Name = () => {
 *   const { deviceId } = useLock()
 *   return createElement('h1', {}, deviceId)
 * }
 * ```
 */
export const useLock = (): Lock => {
  const lock = useContext(LockContext)
  if (lock === undefined) throw new Error('no lock here: put a LockProvider around this component')
  return lock
}
