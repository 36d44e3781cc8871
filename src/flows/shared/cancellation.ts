import type { AbortSignalLike } from '../../core/transport/abort-signal-like'

/** A signal with its abort function, because a mini-program has no AbortController. */
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
 * A cancellation that also follows another signal. Call `cancel` when the work has ended: it removes the listener and
 * aborts what still runs.
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
