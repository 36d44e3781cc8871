import type { Member } from '../world/member'

export const members = {
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
  /** The access of this member has expired. */
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
} satisfies Record<string, Member>
