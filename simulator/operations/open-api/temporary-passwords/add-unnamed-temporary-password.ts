import { addUnnamedTemporaryPassword } from '../../../../actions/open-api/temporary-passwords/add-unnamed-temporary-password'
import { createPassword, passwordParams } from '../../mini-program/shared/temporary-password'
import { operation } from '../../operation'

const NO_NAME = ''

export const addUnnamedTemporaryPasswordOperation = operation(addUnnamedTemporaryPassword, {
  params: passwordParams,
  handle: (cloud, params) => createPassword(addUnnamedTemporaryPassword, cloud, params, NO_NAME),
})
