import { type CheckedBy, type Checks, optional } from '../../../checks/check'
import { integer, name } from '../../../checks/values'

/** The fields of a user without an account. */
export const personParams = {
  nick_name: name,
  /** 1 male, 2 female. */
  sex: integer({ min: 1, max: 2 }),
  birthday: optional(integer()),
  height: optional(integer()),
  weight: optional(integer()),
} satisfies Checks

/** The same fields as in the world; an absent field stays unchanged. */
export const personOf = ({
  nick_name,
  sex,
  birthday,
  height,
  weight,
}: CheckedBy<typeof personParams>) => ({
  nickName: nick_name,
  sex: String(sex),
  ...(birthday !== undefined && { birthday: String(birthday) }),
  ...(height !== undefined && { height }),
  ...(weight !== undefined && { weight }),
})
