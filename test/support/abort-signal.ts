/** An AbortSignal that counts its listeners. */
export const createSignal = () => {
  const listeners = new Set<() => void>()
  const signal = {
    aborted: false,
    addEventListener: (_type: 'abort', listener: () => void) => void listeners.add(listener),
    removeEventListener: (_type: 'abort', listener: () => void) => void listeners.delete(listener),
  }
  return {
    signal,
    listenerCount: () => listeners.size,
    abort: () => {
      signal.aborted = true
      for (const listener of [...listeners]) listener()
    },
  }
}
