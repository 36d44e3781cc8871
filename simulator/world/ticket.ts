/** Valid for one command on one lock. */
export interface Ticket {
  readonly id: string
  readonly lockId: string
  /** A secret: the AES-128 key that the caller finds in `ticket_key`. */
  readonly sessionKey: string
  /** Milliseconds since 1970. */
  readonly expiresAtMs: number
  spent: boolean
}
