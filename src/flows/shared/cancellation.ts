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

/**
 * One that goes off with another signal, too. Cancel it when its work is over: that leaves the other signal, and ends
 * what still runs.
 */
export const cancellationWithin = (outer: AbortSignalLike): Cancellation => {
  const { signal, cancel } = createCancellation()
  if (outer.aborted) cancel()
  outer.addEventListener('abort', cancel)
  return {
    signal,
    cancel: () => {
      outer.removeEventListener('abort', cancel)
      cancel()
    },
  }
}
