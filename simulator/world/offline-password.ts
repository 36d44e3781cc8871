/** A password that the cloud computed and the lock accepts without ever hearing of it. */
export interface OfflinePassword {
  readonly id: string
  readonly lockId: string
  name: string
  readonly pin: string
  /** `once` opens one time, `multiple` any number of times, `clear-all` makes the lock forget all of them. */
  readonly kind: 'once' | 'multiple' | 'clear-all'
  /** Seconds since 1970. */
  readonly effectiveTime: number
  /** Seconds since 1970. */
  readonly invalidTime: number
  /** The phone that it was sent to. */
  mobile?: string
  /** What is typed at the lock so that it no longer accepts it; there is none before it was revoked. */
  clearingCode?: string
  /** Seconds since 1970. */
  clearingCodeEndsAt?: number
  /** When it was first typed at the lock, milliseconds since 1970. */
  firstUsedAtMs?: number
  /** A code that clears it was typed: the lock does not accept it any more. */
  cleared?: boolean
  /** The cloud lists it no more; the lock hears of that by a code alone. */
  revoked: boolean
}
