/** What the runtime requires of an AbortSignal. A mini-program has none; any object of this shape fits. */
export interface AbortSignalLike {
  /** Whether the signal was aborted; the panel reads it before it listens. */
  readonly aborted: boolean
  /** Registers a listener that is called once, on abort. */
  addEventListener(type: 'abort', listener: () => void): void
  /** Removes the same function. */
  removeEventListener(type: 'abort', listener: () => void): void
}
