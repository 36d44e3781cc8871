import type { AbortSignalLike } from '../../core/transport/abort-signal-like'

/** A signal and what sets it off; a mini-program has no AbortController. */
export interface Cancellation {
  readonly signal: AbortSignalLike
  readonly cancel: () => void
}

export const createCancellation = (): Cancellation => {
  const listeners = new Set<() => void>()
  let isAborted = false
  return {
    signal: {
      get aborted() {
        return isAborted
      },
      addEventListener: (_, listener) => {
        listeners.add(listener)
      },
      removeEventListener: (_, listener) => {
        listeners.delete(listener)
      },
    },
    cancel: () => {
      if (isAborted) return
      isAborted = true
      for (const listener of [...listeners]) listener()
    },
  }
}
