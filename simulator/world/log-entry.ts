type LogCategory = 'unlock_record' | 'alarm_record' | 'operate_log'

/** A picture that a lock took. */
export interface Media {
  readonly bucket: string
  /** Begins with a slash. */
  readonly path: string
  /** A secret: it decrypts the picture. */
  readonly key: string
}

/** A fingerprint, card or password, as a lock identifies it. */
export interface MethodNumber {
  readonly dpCode: string
  readonly unlockSn: number
}

/** An event at a lock. Every operation that lists records, logs or alarms reads these. */
export interface LogEntry {
  /** Digits: one operation calls it a Long. */
  readonly id: string
  readonly lockId: string
  /** Milliseconds since 1970. */
  readonly timeMs: number
  readonly category: LogCategory
  /** The DP code that reported it, such as unlock_fingerprint or hijack; for an operation its name, such as dev_bind. */
  readonly type: string
  /** The value of the data point: the number of a method, the reason of an alarm. */
  readonly value: string
  /** The user, if the unlock method does not identify one. */
  readonly userId?: string
  readonly media?: Media
  /** The methods of a combined unlock. */
  readonly union?: readonly MethodNumber[]
  /** The door, if a lock has several. */
  readonly channelId?: string
  unread: boolean
}
