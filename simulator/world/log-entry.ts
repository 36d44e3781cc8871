export type LogCategory = 'unlock_record' | 'alarm_record' | 'operate_log'

/** A picture that a lock took. */
export interface Media {
  readonly bucket: string
  /** Begins with a slash. */
  readonly path: string
  /** A secret: it decrypts the picture. */
  readonly key: string
}

/** One fingerprint, card or password, as a lock names it. */
export interface MethodNumber {
  readonly dpCode: string
  readonly unlockSn: number
}

/** Something that happened at a lock. Every operation that lists records, logs or alarms reads these. */
export interface LogEntry {
  /** Digits: one operation calls it a Long. */
  readonly id: string
  readonly lockId: string
  /** Milliseconds since 1970. */
  readonly timeMs: number
  readonly category: LogCategory
  /** The DP code that reported it, such as unlock_fingerprint or hijack; for an operation its name, such as dev_bind. */
  readonly type: string
  /** What the data point said: the number of a method, the reason of an alarm. */
  readonly value: string
  /** Who did it, where no unlocking method of the lock tells. */
  readonly userId?: string
  readonly media?: Media
  /** The methods that had to come together. */
  readonly union?: readonly MethodNumber[]
  /** Which door, where a lock serves several. */
  readonly channelId?: string
  unread: boolean
}
