import { id, oneOf, text } from '../../shared'

/** What the operations on members say of one; taken field by field. */
export const memberFields = {
  userId: id(),
  avatarUrl: text(),
  /** Such as 86-13757150532. */
  userContact: text(),
  /** 10 administrator, 20 regular member, 30 member without a name; documented as text. */
  userType: oneOf([10, 20, 30], 'String'),
  nickName: text(),
}
