/** 50 home owner, 10 administrator, 20 common member, 30 anonymous member. */
export type UserType = 50 | 10 | 20 | 30

/** Seconds since 1970. */
export interface Validity {
  readonly effectiveTime: number
  readonly expiredTime: number
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
  /** Always, if left out. */
  validity?: Validity
}
