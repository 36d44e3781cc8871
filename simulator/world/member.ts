/** 50 home owner, 10 administrator, 20 common member, 30 anonymous member. */
export type UserType = 50 | 10 | 20 | 30

/** Seconds since 1970. */
export interface Validity {
  /** The start, seconds since 1970. */
  readonly effectiveTime: number
  /** The end, seconds since 1970. */
  readonly expiredTime: number
  /** Set, or changed since. */
  readonly operate?: 'ADD' | 'MODIFY'
  /** The hours of some days of the week; always if absent. */
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
  /** The hours are ignored: the user has access all day. */
  readonly allDay: boolean
  /** An IANA name. */
  readonly timeZoneId?: string
}

/** A person of the home. */
export interface Member {
  /** The id of the user on the locks of the home. */
  readonly userId: string
  /** The id of the user's account. */
  readonly uid: string
  /** The name that the app shows. */
  nickName: string
  /** An e-mail address or a phone number; may be empty. */
  readonly contact: string
  /** The address of the picture; may be empty. */
  readonly avatarUrl: string
  /** The role of the user, as the cloud numbers it. */
  userType: UserType
  /** Their opening of the door notifies the family. */
  backHomeNotify: boolean
  /** Permanent if absent. */
  validity?: Validity
}
