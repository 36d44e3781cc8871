import { createTemporaryPasswordWithoutName } from '../../../../actions/mini-program/door-lock/create-temporary-password-without-name'
import { operation } from '../../operation'
import { createPassword, newPasswordParams } from '../shared/temporary-password'

const NO_NAME = ''

export const createTemporaryPasswordWithoutNameOperation = operation(
  createTemporaryPasswordWithoutName,
  {
    params: newPasswordParams,
    handle: (cloud, params) =>
      createPassword(createTemporaryPasswordWithoutName, cloud, params, NO_NAME),
  },
)
