type Listener = (payload: unknown) => void

/** The `event` of `TYSdk`: as there, `off` without a listener removes all listeners. */
export interface FakeEventEmitter {
  /** Registers a listener for the events of a name. */
  on(name: string, listener: Listener): void
  /** Removes a listener; without one, all listeners of the name. */
  off(name: string, listener?: Listener): void
  /** Calls the listeners of a name. */
  emit(name: string, payload: unknown): void
  /** The number of listeners of a name. */
  listenerCount(name: string): number
}

export const fakeEventEmitter = (): FakeEventEmitter => {
  const listeners = new Map<string, readonly Listener[]>()
  const of = (name: string): readonly Listener[] => listeners.get(name) ?? []
  return {
    on: (name, listener) => {
      listeners.set(name, [...of(name), listener])
    },
    off: (name, listener) => {
      const index = of(name).lastIndexOf(listener as Listener)
      if (listener === undefined) listeners.delete(name)
      else if (index >= 0)
        listeners.set(
          name,
          of(name).filter((_, at) => at !== index),
        )
    },
    emit: (name, payload) => {
      for (const listener of of(name)) listener(payload)
    },
    listenerCount: (name) => of(name).length,
  }
}
