/** 50 home owner, 10 administrator, 20 common member, 30 anonymous member. */
export type UserType = 50 | 10 | 20 | 30

/** Seconds since 1970. */
export interface Validity {
  readonly effectiveTime: number
  readonly expiredTime: number
  /** Set, or changed since. */
  readonly operate?: 'ADD' | 'MODIFY'
  readonly days?: readonly DayTime[]
}

/** The time of day, and the days, when a user has access. */
export interface DayTime {
  /** Minutes of the day. */
  readonly startMinute: number
  /** Minutes of the day. */
  readonly endMinute: number
  /** A bit for each day, bit 0 Sunday to bit 6 Saturday. */
  readonly workingDay: number
  readonly allDay: boolean
  /** An IANA name. */
  readonly timeZoneId?: string
}

/** A person of the home. */
export interface Member {
  readonly userId: string
  readonly uid: string
  nickName: string
  readonly contact: string
  readonly avatarUrl: string
  userType: UserType
  backHomeNotify: boolean
  /** Permanent if absent. */
  validity?: Validity
}
