import type { Member } from '../world/member'

/** One person of each role, and one without access. */
type SeedMembers = {
  /** Olivia, the owner of the home and the user of the panel. */
  readonly owner: Member
  /** Adam, an administrator. */
  readonly admin: Member
  /** Chloe, a common member. */
  readonly common: Member
  /** Liam, a common member whose access has expired. */
  readonly formerLodger: Member
}

export const members: SeedMembers = {
  owner: {
    userId: '1001',
    uid: 'ay1600000000001owner',
    nickName: 'Olivia',
    contact: '44-1632960001',
    avatarUrl: '',
    userType: 50,
    backHomeNotify: true,
  },
  admin: {
    userId: '1002',
    uid: 'ay1600000000002admin',
    nickName: 'Adam',
    contact: '44-1632960002',
    avatarUrl: '',
    userType: 10,
    backHomeNotify: false,
  },
  common: {
    userId: '1003',
    uid: 'ay1600000000003common',
    nickName: 'Chloe',
    contact: '',
    avatarUrl: '',
    userType: 20,
    backHomeNotify: false,
  },
  formerLodger: {
    userId: '1004',
    uid: 'ay1600000000004lodger',
    nickName: 'Liam',
    contact: '',
    avatarUrl: '',
    userType: 20,
    backHomeNotify: false,
    validity: { effectiveTime: 1_735_689_600, expiredTime: 1_751_328_000 },
  },
}
