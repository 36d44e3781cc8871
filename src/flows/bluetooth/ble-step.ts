/** The step of an attempt. */
export type BleStep =
  /** Fetching the lock's random number from the cloud. */
  | { readonly step: 'config' }
  /** Sending the random number to the lock; only if the cloud requires it. */
  | { readonly step: 'random' }
  /** Fetching the instruction from the cloud. */
  | { readonly step: 'instruction' }
  /** Sending the instruction to the lock. From here on the bolt may move. */
  | { readonly step: 'sending' }
  /** The instruction is written; waiting for the lock's report. */
  | { readonly step: 'waiting' }
