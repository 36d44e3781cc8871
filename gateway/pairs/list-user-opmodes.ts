import { listUserOpmodes } from '../../actions/mini-program/door-lock/list-user-opmodes'
import { listLinkedUnlockMethods } from '../../actions/open-api/unlock-methods/list-linked-unlock-methods'
import { listUserUnlockMethods } from '../../actions/open-api/users/list-user-unlock-methods'
import type { ParamsOf, ResultOf } from '../../src/core/action'
import { supportsLockType } from '../../src/core/supports-lock-type'
import { userKindsOf } from '../../src/flows/members/roles'
import { firstOfUserKinds } from '../../src/flows/methods/user-kinds'
import { pageOf } from './page-of'
import { pair, type RouteAccess } from './pair'

type Params = ParamsOf<typeof listUserOpmodes>
type Page = ResultOf<typeof listUserOpmodes>
type Read = (params: Params, access: RouteAccess) => Promise<Page>

const OWNER = 50
const ADMINISTRATOR = 10
const DURESS = 1

/** The route returns a bare page; a full one may have a further page. */
const readPage: Read = async ({ target_unlock_standard_dp_codes: codes, ...page }, { call }) => {
  const rows = await call(listUserUnlockMethods, { ...page, codes, unlock_name: '' })
  return {
    has_more: rows.length >= page.page_size,
    records: rows.map((row) => ({
      dp_code: row.dp_code,
      unlock_sn: row.unlock_sn,
      unlock_name: row.unlock_name,
      unlock_attr: row.unlock_attr,
      unlock_id: row.unlock_id,
      user_name: row.user_name,
      user_id: row.user_id,
      uid: row.uid,
      // The action has no number for the owner of the home.
      user_type: row.user_type === OWNER ? ADMINISTRATOR : row.user_type,
      lock_user_id: row.lock_user_id,
    })),
  }
}

/** The route lists all methods of a user, by the kind of user that the lock knows. */
const readAll: Read = async ({ device_id, user_id, ...query }, { call, type }) => {
  const codes = query.target_unlock_standard_dp_codes
  const methods = new Map<string, Page['records'][number]>()
  await firstOfUserKinds(userKindsOf(type), async (user_type) => {
    const { unlock_keys } = await call(listLinkedUnlockMethods, { device_id, user_id, user_type })
    for (const { unlock_type, unlock_no, hijack = false } of unlock_keys) {
      const dp_code = `unlock_${unlock_type}`
      methods.set(`${dp_code} ${unlock_no}`, {
        dp_code,
        unlock_sn: unlock_no,
        unlock_name: '',
        unlock_attr: hijack ? DURESS : 0,
        user_name: '',
        user_id,
      })
    }
    return undefined
  })
  const isAsked = ({ dp_code }: { readonly dp_code: string }) =>
    codes === '' || codes.split(',').includes(dp_code)
  return pageOf([...methods.values()].filter(isAsked), query)
}

export const userOpmodesPair = pair(
  listUserOpmodes,
  (params, access) =>
    supportsLockType(listUserUnlockMethods, access.type)
      ? readPage(params, access)
      : readAll(params, access),
  {
    'records[].photo_unlock': 'no route returns it',
    has_more: 'no route says whether there is a further page, so a full page has one',
    total: 'no route counts',
    total_pages: 'no route counts',
    'records[].unlock_name': 'the route of locks without video does not return it',
    'records[].unlock_id': 'the route of locks without video does not return it',
    'records[].user_name': 'the route of locks without video does not return it',
    'records[].uid': 'the route of locks without video does not return it',
    'records[].user_type': 'the route of locks without video does not return it',
    'records[].lock_user_id': 'the route of locks without video does not return it',
  },
)
