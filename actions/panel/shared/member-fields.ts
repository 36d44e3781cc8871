import { id, oneOf, text } from '../../shared'

/** The fields that the operations on members return; used field by field. */
export const memberFields = {
  userId: id(),
  avatarUrl: text(),
  /** Such as 86-13757150532. */
  userContact: text(),
  /** 10 administrator, 20 regular member, 30 member without a name; documented as text. */
  userType: oneOf([10, 20, 30], 'String'),
  nickName: text(),
}
