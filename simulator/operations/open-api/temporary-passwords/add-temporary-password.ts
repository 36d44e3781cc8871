import { addTemporaryPassword } from '../../../../actions/open-api/temporary-passwords/add-temporary-password'
import { optional } from '../../../checks/check'
import { itemsOf } from '../../../checks/composite-values'
import { name } from '../../../checks/values'
import { createPassword, passwordParams } from '../../mini-program/shared/temporary-password'
import { operation } from '../../operation'

/** No bounds are known for the linked device, and a lock has none here. */
export const addTemporaryPasswordOperation = operation(addTemporaryPassword, {
  params: { ...passwordParams, name, relate_dev_list: optional(itemsOf(name)) },
  handle: (cloud, params) => createPassword(addTemporaryPassword, cloud, params, params.name),
})
