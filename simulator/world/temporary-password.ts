/** Where a password is on its way to the lock and off it again. */
export type PasswordState =
  | 'to-be-sent'
  | 'sent'
  | 'frozen'
  | 'to-be-deleted'
  | 'deleted'
  | 'failed-to-send'

export interface PasswordSchedule {
  /** Minutes of the day. */
  readonly effective_time: number
  /** Minutes of the day. */
  readonly invalid_time: number
  /** A bit for each day, bit 0 Sunday to bit 6 Saturday. */
  readonly working_day: number
}

export interface TemporaryPassword {
  readonly id: string
  readonly lockId: string
  name: string
  /** The digits themselves: what the keypad of the lock knows. Never part of an answer. */
  pin: string
  /** Seconds since 1970. */
  effectiveTime: number
  /** Seconds since 1970. */
  invalidTime: number
  phone: string
  /** Empty, or an IANA name; not there where the password was made by an operation that knows of none. */
  timeZone?: string
  /** 1 for one time, 0 for any number of times. */
  type?: number
  schedule?: readonly PasswordSchedule[]
  sn?: number
  state: PasswordState
  /** What the lock is told, or was told last. */
  order: DeliveryOrder
}

/** An order about a password, on its way to the lock. */
export interface DeliveryOrder {
  readonly kind: 'create-password' | 'modify-password' | 'delete-password'
  /** The action that gave it. */
  readonly action: string
  /** When the lock reports that it is done, milliseconds; not known before the order reached the lock. */
  confirmedAtMs?: number
}
