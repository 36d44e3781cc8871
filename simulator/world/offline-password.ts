/** A password that the cloud computes and the lock verifies without a connection. */
export interface OfflinePassword {
  readonly id: string
  readonly lockId: string
  name: string
  readonly pin: string
  /** `once` opens one time, `multiple` any number of times, `clear-all` clears all offline passwords at the lock. */
  readonly kind: 'once' | 'multiple' | 'clear-all'
  /** Seconds since 1970. */
  readonly effectiveTime: number
  /** Seconds since 1970. */
  readonly invalidTime: number
  /** The phone number that it was sent to. */
  mobile?: string
  /** The code that revokes it at the lock; absent before it was revoked. */
  clearingCode?: string
  /** Seconds since 1970. */
  clearingCodeEndsAt?: number
  /** When it was first typed at the lock, milliseconds since 1970. */
  firstUsedAtMs?: number
  /** Its clearing code was typed: the lock no longer accepts it. */
  cleared?: boolean
  /** The cloud no longer lists it; only a clearing code revokes it at the lock. */
  revoked: boolean
}
