import { createTemporaryPassword } from '../../../../actions/mini-program/door-lock/create-temporary-password'
import { name } from '../../../checks/values'
import { operation } from '../../operation'
import { createPassword, newPasswordParams } from '../shared/temporary-password'

export const createTemporaryPasswordOperation = operation(createTemporaryPassword, {
  params: { ...newPasswordParams, name },
  handle: (cloud, params) => createPassword(createTemporaryPassword, cloud, params, params.name),
})
