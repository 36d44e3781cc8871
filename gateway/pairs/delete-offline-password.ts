import { deleteOfflinePassword } from '../../actions/mini-program/door-lock/delete-offline-password'
import { issueOfflinePassword } from '../../actions/open-api/offline-passwords/issue-offline-password'
import { pair } from './pair'

/** The route issues the code that clears the password when it is typed at the lock. */
export const deleteOfflinePasswordPair = pair(
  deleteOfflinePassword,
  async ({ device_id, password_id }, { call }) => {
    const cleared = await call(issueOfflinePassword, { device_id, password_id, type: 'clear_one' })
    return cleared.offline_temp_password
  },
)
