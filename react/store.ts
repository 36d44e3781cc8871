import type { Lock } from '../src/flows/lock'

/** A value that components watch. */
export interface Store<T> {
  readonly get: () => T
  readonly set: (value: T) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** `onWatched` runs when the first component subscribes, what it returns when the last one has gone. */
export const createStore = <T>(initial: T, onWatched: () => () => void): Store<T> => {
  const listeners = new Set<() => void>()
  let value = initial
  let stop = () => {}
  return {
    get: () => value,
    set: (next) => {
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      if (listeners.size === 1) stop = onWatched()
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) stop()
      }
    },
  }
}

const stores = new WeakMap<Lock, Map<string, unknown>>()

/** What all components of one lock share, made at the first use. */
export const sharedBy = <T>(lock: Lock, name: string, create: () => T): T => {
  const ofLock = stores.get(lock) ?? new Map<string, unknown>()
  stores.set(lock, ofLock)
  // A name always has the same type.
  const shared = (ofLock.get(name) as T | undefined) ?? create()
  ofLock.set(name, shared)
  return shared
}
