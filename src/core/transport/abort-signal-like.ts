/** What the runtime asks of an AbortSignal: a mini-program has none of its own and may bring any that fits. */
export interface AbortSignalLike {
  readonly aborted: boolean
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}
