/** A password that the cloud computed and the lock accepts without ever hearing of it. */
export interface OfflinePassword {
  readonly id: string
  readonly lockId: string
  readonly name: string
  readonly pin: string
  /** `once` opens one time, `multiple` any number of times. */
  readonly kind: 'once' | 'multiple'
  /** Seconds since 1970. */
  readonly effectiveTime: number
  /** Seconds since 1970. */
  readonly invalidTime: number
  /** What is typed at the lock so that it no longer accepts it; there is none before it was revoked. */
  clearingCode?: string
  revoked: boolean
}
