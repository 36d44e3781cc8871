import { deleteTemporaryPassword } from '../../actions/mini-program/door-lock/delete-temporary-password'
import { removeTemporaryPassword } from '../../actions/open-api/temporary-passwords/remove-temporary-password'
import { removeTemporaryPasswordRecord } from '../../actions/open-api/temporary-passwords/remove-temporary-password-record'
import { isVendorError } from '../../src/core/errors/vendor-error'
import { pair } from './pair'

const PASSWORD_EXPIRED = 2304

/** The route refuses to delete an expired password; another one removes its record. */
export const deleteTemporaryPasswordPair = pair(
  deleteTemporaryPassword,
  async ({ device_id, password_id }, { call }) => {
    const password = { device_id, password_id }
    try {
      return await call(removeTemporaryPassword, password)
    } catch (error) {
      if (!isVendorError(error) || error.code !== PASSWORD_EXPIRED) throw error
      return call(removeTemporaryPasswordRecord, password)
    }
  },
)
