import { listUserOpmodes } from '../../actions/mini-program/door-lock/list-user-opmodes'
import { listUserUnlockMethods } from '../../actions/open-api/users/list-user-unlock-methods'
import { pair } from './pair'

const OWNER = 50
const ADMINISTRATOR = 10

/** The route returns a bare page; a full one may have a further page. */
export const userOpmodesPair = pair(
  listUserOpmodes,
  async ({ target_unlock_standard_dp_codes: codes, ...page }, { call }) => {
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
  },
  {
    'records[].photo_unlock': 'the route does not return it',
    has_more: 'the route does not say whether there is a further page, so a full page has one',
    total: 'the route does not count',
    total_pages: 'the route does not count',
  },
)
