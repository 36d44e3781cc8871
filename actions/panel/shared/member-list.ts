import { listOf, record, text } from '../../shared'
import { memberFields } from './member-fields'

/** The sample shows one member in the place of the list, which is in the place of `success`. */
export const memberListResult = listOf(
  record({
    key: {
      userId: memberFields.userId,
    },
    documented: {
      avatarUrl: memberFields.avatarUrl,
      userContact: memberFields.userContact,
      /** Names of unlocking methods, such as fingerprint1; `member.detail` has objects under this name. */
      unlockList: listOf(text()),
    },
    optional: { userType: memberFields.userType, nickName: memberFields.nickName },
  }),
)
