/** Where an attempt is. */
export type BleStep =
  /** The cloud is asked for the lock's random. */
  | { readonly step: 'config' }
  /** The lock is given it; only where the cloud says so. */
  | { readonly step: 'random' }
  /** The cloud makes the instruction. */
  | { readonly step: 'instruction' }
  /** The lock is sent it. From here on the bolt may move. */
  | { readonly step: 'sending' }
  /** It is written; the lock has not reported yet. */
  | { readonly step: 'waiting' }
