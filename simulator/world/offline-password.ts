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
  revoked: boolean
}
